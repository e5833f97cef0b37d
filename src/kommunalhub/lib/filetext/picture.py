"""A small picture of the first page: PDFium draws it, Office files may carry one."""

from base64 import b64encode
from io import BytesIO
from kommunalhub.lib.filetext import packages
from kommunalhub.lib.filetext.limits import Refused
from PIL import Image
from zipfile import BadZipFile

import pypdfium2
import zlib


#: Where Office files keep what their program drew when they were saved, unless a relation tells.
CARRIED = ("docprops/thumbnail.jpeg", "docprops/thumbnail.png", "thumbnails/thumbnail.png")
#: The picture at most, in pixels; white shows where it is transparent.
SIZE = (320, 420)
PAPER = "#ffffff"
QUALITY = 75
#: Colours that differ by less are one.
BLANK = 8


def picture_of(kind, file, limits):
    """Return a WebP, in base64 as text, of a file of this kind, or None where there is none."""
    file.seek(0)
    try:
        image = _first_page(file) if kind == "pdf" else _carried(file, limits)
    except (pypdfium2.PdfiumError, Refused, BadZipFile, zlib.error, OSError, ValueError):
        return None
    except (SyntaxError, Image.DecompressionBombError):  # what Pillow says of broken pictures
        return None
    return _packed(image) if image is not None else None


def _first_page(file):
    document = pypdfium2.PdfDocument(file)
    if not len(document):
        return None
    page = document[0]
    width, height = page.get_size()
    scale = min(SIZE[0] / max(width, 1), SIZE[1] / max(height, 1))
    return page.render(scale=scale, may_draw_forms=False).to_pil()


def _carried(file, limits):
    package = packages.Package(file, limits)
    for name in (*package.related("", "thumbnail"), *CARRIED):
        if name in package:
            image = Image.open(BytesIO(package.read(name, limits.picture)), formats=["PNG", "JPEG"])
            if image.width * image.height > limits.pixels:
                return None
            image.draft("RGB", SIZE)
            return image
    return None


def _packed(image):
    image.thumbnail(SIZE)
    image = image.convert("RGBA")
    paper = Image.new("RGB", image.size, PAPER)
    paper.paste(image, mask=image.getchannel("A"))
    if all(high - low < BLANK for low, high in paper.getextrema()):
        return None  # an empty page, as templates carry it, is no help
    out = BytesIO()
    paper.save(out, "WEBP", quality=QUALITY)
    return b64encode(out.getvalue()).decode("ascii")
