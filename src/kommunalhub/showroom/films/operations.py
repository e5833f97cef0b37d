"""The verbs: take what is sent of a film, so that nothing else is ever stored."""

from kommunalhub.core.private.database import blob_of
from kommunalhub.showroom.films import boxes
from kommunalhub.showroom.films import cues
from kommunalhub.showroom.films import state
from kommunalhub.showroom.films.interfaces import IFilm
from plone.namedfile.file import NamedBlobFile
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


VTT = "text/vtt"
#: Fields with a film or a recording.
FILES = ("file", "described")
BLOCK = 65_536
#: What may follow while others see the film.
LATER = ("captions", "transcript", "described")


def take(film):
    """Look at the files of a film: forget where it was taken, write captions anew, keep the facts.

    Raises boxes.BadFilm and cues.BadCues for what came past the fields.
    """
    facts = {name: take_file(getattr(film, name)) for name in FILES if getattr(film, name, None)}
    state.keep(film, facts, take_captions(film))


def take_file(file):
    """Return the boxes.Facts of a file; where and with what it was taken is overwritten."""
    with file.open() as stream:
        facts = boxes.facts_of(stream)
    if facts.told:
        # only of a file that has just come: one that is stored has nothing left to tell
        with blob_of(file).open("r+") as stream:
            for at, begin, end in facts.told:
                _make_free(stream, at, begin, end)
    if file.contentType != facts.media_type:
        file.contentType = facts.media_type
    return facts


def _make_free(stream, at, begin, end):
    """Make a box one of free space, as players know it, with nothing but zeros in it."""
    stream.seek(at)
    stream.write(b"free")
    stream.seek(begin)
    while begin < end:
        length = min(BLOCK, end - begin)
        stream.write(b"\0" * length)
        begin += length


def take_captions(film):
    """Return the cues.Paragraphs of the captions of a film, which are written anew."""
    file = film.captions
    if file is None:
        return []
    with file.open() as stream:
        data = stream.read(cues.MOST_BYTES + 1)
    found = cues.cues_in(data)
    text = cues.written(found).encode()
    if text != data or file.contentType != VTT:
        name = (file.filename or "untertitel").rpartition(".")[0] or "untertitel"
        film.captions = NamedBlobFile(text, contentType=VTT, filename=f"{name}.vtt")
    return cues.paragraphs(found)


def complete(film, values):
    """Set what somebody brings later: captions, transcript, a described version; what there is."""
    brought = {name: value for name, value in values.items() if name in LATER and value}
    for name, value in brought.items():
        setattr(film, name, value)
    if brought:
        notify(ObjectModifiedEvent(film, Attributes(IFilm, *brought)))


def transcript_of(film):
    """Return the cues.Paragraphs beside a film: as somebody typed them, else of the captions."""
    typed = cues.typed(film.transcript)
    return typed or state.paragraphs_of(film)
