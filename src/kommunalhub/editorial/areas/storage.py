"""What is kept with an area: its facts, and where its blocks stand."""

from kommunalhub.core.ensuring import ensured_on
from kommunalhub.editorial.areas.opening import NEVER
from persistent import Persistent
from plone.namedfile.file import NamedBlobFile
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.editorial.area"


class Picture(Persistent):
    """A picture that was made anew (lib/pictures). text: what it shows, "" for decoration."""

    def __init__(self, made, media_type, text=""):
        self.blob = NamedBlobFile(made.data, contentType=media_type, filename="bild.webp")
        self.width, self.height, self.digest = made.width, made.height, made.digest
        self.media_type = media_type
        self.text = text


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
