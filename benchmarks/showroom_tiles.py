"""How long a panorama takes to be looked at and cut into tiles, and how much memory.

    nice python benchmarks/showroom_tiles.py [--width 12000] [--turned]

Makes a picture as a camera would (fine points everywhere, which weigh most), looks at it as an
upload is looked at, and cuts it as the job does. Targets: 12,000 × 6,000 in less than 60 seconds
and 600 MB. No site is needed.
"""

from io import BytesIO
from kommunalhub.showroom.panoramas import process
from kommunalhub.showroom.panoramas import rules
from PIL import Image
from time import monotonic

import argparse


SECONDS, MEGABYTES = 60, 600


def panorama(width, turned=False):
    """Return the bytes of a JPEG of this width; turned: lying on its head, as its tag says."""
    rough = Image.effect_noise((width // 8, width // 16), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 3 if turned else 1
    out = BytesIO()
    rough.resize((width, width // 2)).save(out, "JPEG", quality=92, exif=exif)
    return out.getvalue()


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--width", type=int, default=12_000)
    options.add_argument("--turned", action="store_true", help="a picture that lies on its head")
    args = options.parse_args()
    data = panorama(args.width, args.turned)
    print(f"{args.width} × {args.width // 2} points, {len(data) / 1e6:.1f} MB as JPEG")
    began = monotonic()
    process.look(BytesIO(data))
    print(f"looked at: {monotonic() - began:.1f} s")
    began = monotonic()
    with process.cut(BytesIO(data)) as cutting:
        seconds, memory = monotonic() - began, (cutting.memory or 0) / 1e6
        tiles = len(cutting.pieces) - len(rules.PICTURES)
        weights = {name: cutting.pieces[name][1] // 1000 for name in rules.PICTURES}
        whole = sum(length for _offset, length in cutting.pieces.values()) / 1e6
    print(f"cut: {seconds:.1f} s (target {SECONDS}), {memory:.0f} MB (target {MEGABYTES})")
    print(f"{tiles} tiles in {len(cutting.levels)} levels, {whole:.1f} MB together")
    print("pictures of the whole:", ", ".join(f"{name} {kb} KB" for name, kb in weights.items()))


if __name__ == "__main__":
    main()
