"""Tiles and small pictures of a panorama, from the largest level down, so that one is in memory."""

from kommunalhub.showroom.panoramas import rules
from kommunalhub.showroom.panoramas.bare import bare
from kommunalhub.showroom.panoramas.program.looking import opened
from PIL import Image

import mmap


#: WebP: quality and effort (0 to 6); beyond 2 it takes twice as long for a twentieth of the bytes.
TILE, PICTURE, EFFORT = 80, 72, 2
#: Turns a picture whose tag Orientation says so.
TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def cut(file, pack, tell):
    """Write all pieces of a panorama to `pack` and tell {piece, length, percent} of each.

    Before, it tells {cut: {width, height, levels}}; the pieces are WebP. Raises BadPanorama.
    """
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        orientation, _parts, _is_bare = bare(data)
    file.seek(0)
    image = opened(file)
    size = rules.upright(*image.size, orientation)
    rules.check(*size)
    levels = rules.levels_of(size[0])
    shapes = [[level.width, level.cols, level.rows] for level in levels]
    tell(cut={"width": size[0], "height": size[1], "levels": shapes})
    image = upright(plain(image), orientation)
    done = 0
    for number in reversed(range(len(levels))):
        level = levels[number]
        image = shrunk(image, (level.width, level.height))
        for col, row, box in rules.tiles_of(level):
            length = written(image.crop(box), pack, TILE)
            done += level.edge**2
            share = rules.percent(done, levels)
            tell(piece=rules.piece_name(number, col, row), length=length, percent=share)
    for name, width in sorted(rules.PICTURES.items(), key=lambda pair: -pair[1]):
        image = shrunk(image, (width, width // 2))
        tell(piece=name, length=written(image, pack, PICTURE), percent=100)


def plain(image):
    """Return a picture as RGB, black where it is transparent."""
    image.load()
    if image.mode == "RGB":
        return image
    if image.mode.startswith("I"):  # 16 bits of grey, which convert() would cut off
        image = image.point(lambda value: value / 256, "L")
    if "A" in image.getbands() or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Image.new("RGB", image.size)
        paper.paste(image, mask=image.getchannel("A"))
        return paper
    return image.convert("RGB")


def upright(image, orientation):
    return image.transpose(TURNED[orientation]) if orientation in TURNED else image


def shrunk(image, size):
    """Return a picture in another size, not larger; one that is already of it as it is."""
    if image.size == size:
        return image
    if image.size == (size[0] * 2, size[1] * 2):
        return image.reduce(2)  # takes a third of the memory
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def written(image, pack, quality):
    """Write a picture as WebP and return its bytes."""
    before = pack.tell()
    image.save(pack, "WEBP", quality=quality, method=EFFORT)
    return pack.tell() - before
