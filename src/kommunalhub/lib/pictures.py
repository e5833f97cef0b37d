"""Pictures that people send, made anew: smaller, turned the right way, without what they carry.

A photograph of a telephone tells where it was taken; what is made here holds nothing but its
points. What is no picture, or too large to be unpacked, is refused.
"""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from PIL import Image
from PIL import ImageOps


#: Bytes of a file and points of a picture at most; what a file unpacks to is seen before it does.
MOST_BYTES = 8 * 1024 * 1024
MOST_POINTS = 50_000_000
FORMATS = ("PNG", "JPEG", "WEBP")
MEDIA_TYPE = "image/webp"
QUALITY = 82


class PictureRefused(ValueError):
    """Not taken; `reason`: kind (no PNG, JPEG or WebP), large or broken."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Made:
    """A picture as WebP. digest: tells it from every other."""

    data: bytes
    width: int
    height: int
    digest: str


def made_anew(data, size):
    """Return a picture (bytes) as Made, not larger than size (width, height).

    Raises PictureRefused.
    """
    if len(data) > MOST_BYTES:
        raise PictureRefused("large")
    try:
        image = Image.open(BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise PictureRefused("large") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise PictureRefused("kind") from error
    if image.width * image.height > MOST_POINTS:
        raise PictureRefused("large")
    if not is_whole(data, image.format):
        raise PictureRefused("broken")
    try:
        if image.format == "JPEG":
            image.draft("RGB", size)  # unpacked no larger than needed
        image = ImageOps.exif_transpose(image)
        image = image.convert("RGBA" if _is_transparent(image) else "RGB")
        image.thumbnail(size)
        target = BytesIO()
        image.save(target, "WEBP", quality=QUALITY)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise PictureRefused("broken") from error
    found = target.getvalue()
    return Made(found, *image.size, sha256(found).hexdigest()[:12])


def is_whole(data, kind):
    """Return whether a file of one of FORMATS has its end.

    Pillow is told for the whole process, by Plone, to make do with half a picture.
    """
    if kind == "PNG":
        return b"IEND\xaeB`\x82" in data
    if kind == "WEBP":
        return len(data) >= 8 + int.from_bytes(data[4:8], "little")
    # The points begin after the last FFDA; what looks like an end before is of a small preview.
    return data.rfind(b"\xff\xd9") > data.rfind(b"\xff\xda")


def _is_transparent(image):
    return "A" in image.getbands() or "transparency" in image.info
