"""Pictures made anew: smaller, turned, without what they carry; what is none is refused."""

from io import BytesIO
from kommunalhub.lib import pictures
from PIL import Image
from PIL import ImageFile

import pytest
import struct
import zlib


def bytes_of(image, kind, **options):
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def test_a_photograph_is_turned_made_smaller_and_says_nothing_of_where_it_was_taken():
    image = Image.new("RGB", (2000, 1000), "#0b4f5c")
    carried = Image.Exif()
    carried[0x0112] = 6  # taken with the telephone on its side
    carried[0x010F] = "Telefon von Petra"
    sent = bytes_of(image, "JPEG", exif=carried)
    made = pictures.made_anew(sent, (400, 400))
    assert (made.width, made.height) == (200, 400)
    assert b"Petra" in sent and b"Petra" not in made.data
    found = Image.open(BytesIO(made.data))
    assert found.format == "WEBP" and not found.getexif()


def test_what_can_be_seen_through_stays_so():
    made = pictures.made_anew(bytes_of(Image.new("RGBA", (20, 20)), "PNG"), (64, 64))
    assert Image.open(BytesIO(made.data)).mode == "RGBA"
    assert (made.width, made.height) == (20, 20)  # never larger


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(width, height):
    """Return a PNG that says it is large and holds next to nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "kind"),
        (bytes_of(Image.new("RGB", (9, 9)), "GIF"), "kind"),
        (bytes_of(Image.new("RGB", (90, 90), "#123456"), "PNG")[:-40], "broken"),
        (bytes_of(Image.new("RGB", (90, 90), "#123456"), "JPEG")[:-40], "broken"),
        (bytes_of(Image.new("RGB", (90, 90), "#123456"), "WEBP")[:-20], "kind"),
        (bomb(8000, 8000), "large"),
        (bomb(60000, 60000), "large"),
        (b"\x89PNG" + bytes(pictures.MOST_BYTES), "large"),
    ],
)
def test_what_is_no_picture_to_show_is_refused(data, reason, monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as plone.scale does
    with pytest.raises(pictures.PictureRefused) as refused:
        pictures.made_anew(data, (400, 400))
    assert refused.value.reason == reason
