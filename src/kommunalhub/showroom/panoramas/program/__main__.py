"""Looks at a panorama (standard input) within limits, or cuts it, and tells in lines of JSON."""

from kommunalhub.lib.filetext import fences
from kommunalhub.lib.filetext.limits import ReadingLimits
from kommunalhub.showroom.panoramas.program import cutting
from kommunalhub.showroom.panoramas.program import looking
from kommunalhub.showroom.panoramas.rules import BadPanorama
from kommunalhub.showroom.panoramas.rules import BROKEN
from kommunalhub.showroom.panoramas.rules import HEAVY
from PIL import Image

import argparse
import json
import os
import sys


def main(argv=None):
    options = argparse.ArgumentParser(prog="program", description=__doc__)
    options.add_argument("task", choices=["look", "cut"])
    options.add_argument("--limits", required=True, help="limits as JSON")
    options.add_argument("--pack", type=int, help="number of the open file for what is cut")
    args = options.parse_args(argv)
    pack = os.fdopen(args.pack, "wb") if args.task == "cut" else None
    fences.put_up(ReadingLimits.from_text(args.limits))  # from here on nothing is opened to write
    Image.MAX_IMAGE_PIXELS = None  # rules.check says how large a picture may be
    with os.fdopen(0, "rb") as file:
        try:
            if args.task == "look":
                tell(facts=looking.look(file))
            else:
                cutting.cut(file, pack, tell)
                pack.flush()
            end = {}
        except BadPanorama as bad:
            end = {"problem": bad.problem, "width": bad.width, "height": bad.height}
        except MemoryError:
            end = {"problem": HEAVY}
        except (OSError, SyntaxError, ValueError, ArithmeticError, LookupError) as error:
            # what Pillow says of broken pictures
            print(f"{type(error).__name__}: {error}"[:500], file=sys.stderr)
            end = {"problem": BROKEN}
    tell(end=end | {"memory": fences.memory()})
    return 0


def tell(**said):
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
