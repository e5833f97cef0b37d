"""Pictures of an area: how they are made, and as pages show them."""

from io import BytesIO
from kommunalhub.core.pictures.cuts import rules as cuts
from kommunalhub.core.pictures.cuts import scaling
from kommunalhub.editorial.areas.storage import area_of
from kommunalhub.editorial.areas.storage import Picture
from kommunalhub.lib import pictures


#: The view that gives them, by name, and those there are.
VIEW = "bereich-bild"
NAMES = ("picture", "crest")
#: Width and height at most: as pages show them, and of what they are cut from.
SIZES = {"picture": (1280, 720), "crest": (256, 296)}
WHOLE = {"picture": (2400, 2400), "crest": SIZES["crest"]}
#: That of the picture everything is asked for; only those who may change the area get it.
ALL = "ganz"


def made(data, name):
    """Return what somebody sent (bytes) as lib.pictures.Made; raises PictureRefused."""
    return pictures.made_anew(data, WHOLE[name])


def kept_crest(whole):
    return Picture(whole, pictures.MEDIA_TYPE)


def kept_picture(data, cut, text=""):
    """Return the Picture of a file that `made` has made (bytes), as a cut shows it."""
    shown = data if cut.is_whole else scaling.apply(cut, BytesIO(data))
    small = pictures.made_anew(shown, SIZES["picture"])
    return Picture(small, pictures.MEDIA_TYPE, text, data, cut)


def cut_of(folder):
    """Return what is shown of the picture of an area, a Cut; WHOLE without one."""
    found = area_of(folder).picture
    return cuts.WHOLE if found is None else found.cut


def original_url(folder):
    """Return the address of the whole picture for its editors, None without one."""
    found = area_of(folder).picture
    return found and f"{folder.absolute_url()}/@@{VIEW}/picture?{ALL}=1"


def shown(folder, name):
    """Return {src, width, height, text} of a picture of an area, None without one."""
    found = getattr(area_of(folder), name)
    if found is None:
        return None
    return {
        "src": f"{folder.absolute_url()}/@@{VIEW}/{name}?v={found.digest}",
        "width": found.width,
        "height": found.height,
        "text": found.text,
    }
