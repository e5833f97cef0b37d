"""Pictures for tests, made here."""

from io import BytesIO
from PIL import Image

import struct
import zlib


def picture(width=2048, height=1024, kind="JPEG", **more):
    """Return the bytes of a picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", (width, height), "#b03030")
    image.paste("#3050b0", (width // 2, 0, width, height))
    out = BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def camera_exif(orientation=1):
    """Return an EXIF as cameras write it: how it is turned, the device, the place."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Kamera Geheim"
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (54.0, 17.0, 30.0)
    place[3], place[4] = "E", (10.0, 53.0, 10.0)
    return exif


def exif_bomb():
    """Return a panorama whose EXIF promises thousands of values of four gigabytes, many times."""
    tag = struct.pack("<HHII", 0x9286, 7, 0xFFFFFFF0, 8)
    body = b"Exif\0\0" + struct.pack("<4sIH", b"II*\0", 8, 5000) + tag * 5000
    part = b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    data = picture()
    return data[:2] + part * 100 + data[2:]


def huge_png(width, height):
    """Return a PNG of a few hundred bytes that would unpack to width × height points."""

    def chunk(name, body):
        crc = zlib.crc32(name + body)
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", crc)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    points = zlib.compress(b"\0" * 100_000, 9)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", points) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts
