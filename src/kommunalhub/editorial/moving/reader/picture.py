"""A picture: whether it is one, and whole."""

from io import BytesIO
from kommunalhub.editorial.moving.reader.refusing import Refused
from PIL import Image


#: What browsers show and what carries no scripts; points that it may unpack to.
FORMATS = ("GIF", "JPEG", "PNG", "WEBP")
MOST_POINTS = 50_000_000


def read(data, key="", base="", limits=None):
    """Return the size of a picture."""
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            width, height = image.size
            if width * height > MOST_POINTS:
                raise Refused("too_large", "points")
            image.verify()
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise Refused("broken_picture") from error
    return {"width": width, "height": height}
