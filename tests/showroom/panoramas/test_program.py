"""The program that looks at panoramas and cuts them, within its limits."""

from io import BytesIO
from kommunalhub.showroom.panoramas import process
from kommunalhub.showroom.panoramas import rules
from kommunalhub.showroom.panoramas.bare import bare
from kommunalhub.showroom.panoramas.bare import joined
from kommunalhub.showroom.panoramas.program import cutting
from kommunalhub.showroom.panoramas.program import looking
from PIL import Image
from showroom.panoramas.pictures import camera_exif
from showroom.panoramas.pictures import exif_bomb
from showroom.panoramas.pictures import huge_png
from showroom.panoramas.pictures import picture
from tempfile import TemporaryFile

import pytest
import resource


def file_with(data):
    file = TemporaryFile()  # noqa: SIM115 - whoever asked closes it
    file.write(data)
    file.flush()
    file.seek(0)
    return file


def problem_of(work, data):
    with pytest.raises(rules.BadPanorama) as refused, file_with(data) as file:
        work(file)
    return refused.value.problem


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", rules.EMPTY),
        (b"%PDF-1.7 nichts", rules.KIND),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", rules.KIND),
        (picture(2048, 1536), rules.RATIO),
        (picture(1024, 512), rules.SMALL),
        (picture()[:-200], rules.BROKEN),
        (huge_png(30_000, 15_000), rules.LARGE),
        (huge_png(16_384, 16_384), rules.RATIO),
    ],
)
def test_what_is_refused_when_it_comes(data, problem, monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", None)  # as the program does
    assert problem_of(looking.look, data) == problem


def test_the_points_of_a_picture_that_is_taken():
    with file_with(picture()) as file:
        assert looking.look(file) == {
            "kind": "jpeg",
            "width": 2048,
            "height": 1024,
            "orientation": 1,
        }


def test_an_exif_that_promises_gigabytes_is_left_out():
    data = exif_bomb()
    _orientation, parts, _is_bare = bare(data)
    assert b"".join(joined(data, parts)) == picture()
    with file_with(data) as file:
        assert process.look(file)["width"] == 2048


def test_a_picture_that_would_fill_the_memory_stays_outside():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert problem_of(process.look, huge_png(30_000, 15_000)) == rules.LARGE
    assert problem_of(process.look, b"\xff\xd8\xff\xe1" + b"\xff" * 70_000) == rules.BROKEN
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30_000


def test_tiles_and_pictures_of_a_panorama():
    percents = []
    with process.cut(BytesIO(picture(exif=camera_exif(3))), percents.append) as cut:
        assert (cut.width, cut.height) == (2048, 1024)
        assert cut.levels == rules.levels_of(2048)
        assert percents == sorted(percents) and percents[-1] == 99

        def piece(name):
            offset, length = cut.pieces[name]
            cut.pack.seek(offset)
            return Image.open(BytesIO(cut.pack.read(length)))

        # it lay on its head: blue, which was right, is left now
        left, right = piece("0/0_0"), piece("0/3_1")
        assert left.size == right.size == (512, 512)
        assert left.getpixel((250, 250))[2] > 150 and right.getpixel((250, 250))[0] > 150
        assert {name: piece(name).size for name in rules.PICTURES} == {
            "small": (480, 240),
            "preview": (960, 480),
            "base": (1536, 768),
        }
        assert not piece("0/0_0").getexif()


def test_what_cannot_be_unpacked_is_told():
    data = huge_png(4096, 2048)
    with pytest.raises(rules.BadPanorama) as refused, process.cut(BytesIO(data)):
        pass
    assert refused.value.problem == rules.BROKEN


def test_a_program_that_lies_about_its_pieces_is_not_believed():
    said = [{"cut": {"width": 2048, "height": 1024}}, {"piece": "0/0_0", "length": 5}]
    with pytest.raises(rules.BadPanorama) as refused, file_with(b"12345") as pack:
        process._cutting(said, pack)
    assert refused.value.problem == rules.UNSAFE


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "CMYK", "I;16"])
def test_pictures_of_all_modes_become_plain(mode):
    image = Image.new(mode if mode in ("I;16", "CMYK") else "RGB", (16, 8))
    assert cutting.plain(image.convert(mode)).mode == "RGB"
