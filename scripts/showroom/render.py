"""Draw the rooms as pictures all around: `python render.py OUT [--width 1024] [NAME …]`.

Needs a C compiler and Pillow; see README.md.
"""

from barn import hall
from barn import yard
from barn_rooms import byre
from barn_rooms import living_room
from barn_rooms import loft
from church import bell_room
from church import chancel
from church import churchyard
from church import nave
from coast import coast
from pathlib import Path
from PIL import Image

import argparse
import os
import subprocess
import sys
import tempfile


HERE = Path(__file__).parent
#: What each picture is called, and who models it.
ROOMS = {
    "hof": yard,
    "diele": hall,
    "stube": living_room,
    "stall": byre,
    "dachboden": loft,
    "kirchhof": churchyard,
    "kirchenschiff": nave,
    "altarraum": chancel,
    "turm": bell_room,
    "steilkueste": coast,
}


def compiled(folder):
    """Return the path of the program that draws, made of trace.c."""
    program = folder / "trace"
    flags = ["-O3", "-ffast-math", "-march=native", "-fopenmp", "-Wall"]
    cc = os.environ.get("CC", "cc")
    subprocess.run([cc, *flags, "-o", program, HERE / "trace.c", "-lm"], check=True)
    return program


def draw(program, scene, target, width, height, samples, quality):
    """Draw a scene into a JPEG."""
    with tempfile.TemporaryDirectory() as folder:
        lines, triangles = Path(folder) / "scene", Path(folder) / "triangles"
        raw = Path(folder) / "picture.ppm"
        scene.write(lines, triangles)
        sizes = map(str, (width, height, samples))
        subprocess.run([program, lines, triangles, raw, *sizes], check=True)
        with Image.open(raw) as picture:
            picture.save(target, quality=quality, optimize=True, progressive=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("names", nargs="*", help=", ".join(ROOMS))
    parser.add_argument("--width", type=int, default=3072)
    parser.add_argument("--samples", type=int, default=3)
    parser.add_argument("--quality", type=int, default=78)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        program = compiled(Path(folder))
        for name in asked.names or ROOMS:
            target = asked.out / f"{name}.jpg"
            size = (asked.width, asked.width // 2)
            draw(program, ROOMS[name](), target, *size, asked.samples, asked.quality)
            print(f"{target}: {target.stat().st_size // 1024} KB", file=sys.stderr)


if __name__ == "__main__":
    main()
