"""Cut posters and pictures of galleries out of the panoramas: `python pictures.py MEDIA`."""

from films import seen
from pathlib import Path
from PIL import Image

import films
import numpy
import sys


#: {picture: (room, yaw, pitch, field of view in degrees)}
LOOKS = {
    "diele-tor": ("diele", -45, 1, 104),
    "diele-herd": ("diele", 85, -3, 46),
    "hof-giebel": ("hof", 0, 9, 64),
    "stube-tisch": ("stube", -5, -6, 80),
    "stube-ofen": ("stube", 100, -3, 64),
    "kirchenschiff-altar": ("kirchenschiff", 0, 4, 88),
    "steilkueste-meer": ("steilkueste", 0, -8, 92),
}


def main(media):
    films.WIDE, films.HIGH = 960, 600
    for name, (room, *look) in LOOKS.items():
        with Image.open(media / f"{room}.jpg") as picture:
            panorama = numpy.asarray(picture.convert("RGB"), dtype=numpy.float32)
        shown = Image.fromarray(seen(panorama, *look).astype("uint8"))
        shown.save(media / f"{name}.jpg", quality=84, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
