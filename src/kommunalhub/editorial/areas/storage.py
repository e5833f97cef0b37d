"""What is kept with an area: its facts, and where its blocks stand."""

from dataclasses import astuple
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.pictures.cuts import rules as cuts
from kommunalhub.editorial.areas.opening import NEVER
from persistent import Persistent
from plone.namedfile.file import NamedBlobFile
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.editorial.area"


class Picture(Persistent):
    """A picture that was made anew (lib/pictures). text: what it shows, "" for decoration.

    whole: what it was made of, where that is another file; edges: a Cut as plain values.
    """

    whole = None
    edges = astuple(cuts.WHOLE)

    def __init__(self, made, media_type, text="", whole=None, cut=cuts.WHOLE):
        self.blob = NamedBlobFile(made.data, contentType=media_type, filename="bild.webp")
        self.width, self.height, self.digest = made.width, made.height, made.digest
        self.media_type = media_type
        self.text = text
        if whole is not None:
            self.whole = NamedBlobFile(whole, contentType=media_type, filename="bild.webp")
        self.edges = astuple(cut)

    @property
    def cut(self):
        return cuts.Cut(*self.edges)

    @property
    def original(self):
        """Return the file of which everything is there."""
        return self.blob if self.whole is None else self.whole


class Area(Persistent):
    """The facts of an area; each is written whole.

    blocks: tuple of rules.Placed; week, specials: see opening.py; contacts, links: see typed.py;
    sign: name of the drawn crest, which stands where there is no picture of one (crest);
    note: for colleagues alone. version: counts changes, so that nobody overwrites another's.
    """

    version = 0
    blocks = ()
    introduction = note = ""
    week = NEVER
    specials = contacts = links = ()
    sign = "waves"
    picture = crest = None


def area_of(folder):
    """Return the Area to read; an empty one, not kept, while nobody has written anything."""
    found = IAnnotations(folder).get(KEY)
    return found if found is not None else Area()


def ensured_area_of(folder):
    return ensured_on(folder, KEY, Area)
