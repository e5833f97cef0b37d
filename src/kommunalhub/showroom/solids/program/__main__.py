"""Thins a 3D object within limits, and tells in a line of JSON how it ended."""

from io import BytesIO
from kommunalhub.lib.filetext import fences
from kommunalhub.lib.filetext.limits import ReadingLimits
from kommunalhub.showroom.solids import thinning
from kommunalhub.showroom.solids.values import Refused
from PIL import Image

import argparse
import json
import os
import sys


#: The longest side of pictures on a phone, and how well they are kept.
SIDE, QUALITY = 512, 80


def main(argv=None):
    options = argparse.ArgumentParser(prog="program", description=__doc__)
    options.add_argument("--limits", required=True, help="limits as JSON")
    options.add_argument("--pack", type=int, required=True, help="number of the open file")
    args = options.parse_args(argv)
    pack = os.fdopen(args.pack, "wb")
    fences.put_up(ReadingLimits.from_text(args.limits))  # from here on nothing is opened to write
    with os.fdopen(0, "rb") as file, pack:
        try:
            made = thinning.thinned(file.read(), shrunk)
            pack.write(made or b"")
            end = {"made": made is not None}
        except Refused as refused:
            end = {"problem": refused.reason}
        except MemoryError:
            end = {"problem": "large"}
        except (OSError, SyntaxError, ValueError, ArithmeticError, LookupError, TypeError) as error:
            print(f"{type(error).__name__}: {error}"[:500], file=sys.stderr)
            end = {"problem": "broken"}
    sys.stdout.write(json.dumps({"end": end | {"memory": fences.memory()}}) + "\n")
    return 0


def shrunk(data, kind):
    """Return (bytes, media type) of a picture for phones; as it is where that is no smaller."""
    image = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
    image.load()
    image.thumbnail((SIDE, SIDE))
    target, is_clear = BytesIO(), "A" in image.getbands() or "transparency" in image.info
    if is_clear:
        image.save(target, "PNG", optimize=True)
    else:
        image.convert("RGB").save(target, "JPEG", quality=QUALITY)
    made = target.getvalue()
    return (
        (made, f"image/{'png' if is_clear else 'jpeg'}") if len(made) < len(data) else (data, kind)
    )


if __name__ == "__main__":
    sys.exit(main())
