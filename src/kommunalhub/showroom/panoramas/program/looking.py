"""What a picture is, before it is taken: kind, size, how it is turned, whether it is whole."""

from kommunalhub.showroom.panoramas import rules
from kommunalhub.showroom.panoramas.bare import bare
from PIL import Image

import mmap
import os


FORMATS = ("JPEG", "PNG", "WEBP")
#: JPEGs are unpacked to an eighth to see whether they are whole: quick, and small in memory.
GLANCE = 8


def look(file):
    """Return {kind, width, height, orientation}, as people see it; raises BadPanorama."""
    if not os.fstat(file.fileno()).st_size:
        raise rules.BadPanorama(rules.EMPTY)
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        orientation, _parts, _is_bare = bare(data)
    file.seek(0)
    image = opened(file)
    width, height = rules.upright(*image.size, orientation)
    rules.check(width, height)
    if image.format == "JPEG":
        image.draft("RGB", (image.width // GLANCE, image.height // GLANCE))
        image.load()
    kind = image.format.lower()
    return {"kind": kind, "width": width, "height": height, "orientation": orientation}


def opened(file):
    """Return a picture of which only the beginning was read; raises BadPanorama."""
    try:
        return Image.open(file, formats=FORMATS)
    except Image.UnidentifiedImageError as error:
        raise rules.BadPanorama(rules.BROKEN) from error
