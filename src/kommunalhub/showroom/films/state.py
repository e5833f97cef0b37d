"""What is known of a film besides its fields: facts of its files, and what is said in it."""

from kommunalhub.showroom.films.boxes import Facts
from kommunalhub.showroom.films.cues import Paragraph
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.showroom.films"
#: Of a file that was never looked at: nothing but that it may be a film.
UNKNOWN = Facts("", True, True)


class Kept(Persistent):
    """facts: {name of the field: (kind, has_picture, has_sound, seconds)}."""

    facts = None
    said = None


class Said(Persistent):
    """What the captions say: ((second, text, voice), …); loaded with the page of the film."""

    paragraphs = ()


def kept_of(film):
    """Return what is kept of a film, or None; reads only."""
    annotations = IAnnotations(film, None)
    return annotations.get(KEY) if annotations is not None else None


def facts_of(film, name="file"):
    """Return the boxes.Facts of a file of a film; reads only."""
    kept = kept_of(film)
    values = (kept.facts or {}).get(name) if kept is not None else None
    return Facts(*values) if values else UNKNOWN


def paragraphs_of(film):
    """Return the cues.Paragraphs that were made of the captions; reads only."""
    kept = kept_of(film)
    if kept is None or kept.said is None:
        return []
    return [Paragraph(*values) for values in kept.said.paragraphs]


def keep(film, facts, paragraphs):
    """Note the Facts of the files ({name: Facts}) and the Paragraphs of the captions."""
    kept = Kept()
    kept.facts = {
        name: (one.kind, one.has_picture, one.has_sound, one.seconds) for name, one in facts.items()
    }
    if paragraphs:
        kept.said = Said()
        kept.said.paragraphs = tuple((one.second, one.text, one.voice) for one in paragraphs)
    IAnnotations(film)[KEY] = kept
