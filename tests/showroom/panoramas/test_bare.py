"""Pictures without what cameras write into them."""

from hypothesis import given
from hypothesis import strategies as st
from io import BytesIO
from kommunalhub.showroom.panoramas.bare import bare
from kommunalhub.showroom.panoramas.bare import exif_of
from kommunalhub.showroom.panoramas.bare import joined
from kommunalhub.showroom.panoramas.bare import orientation_of
from kommunalhub.showroom.panoramas.rules import BadPanorama
from PIL import Image
from showroom.panoramas.pictures import camera_exif
from showroom.panoramas.pictures import picture

import pytest


def cleaned(data):
    orientation, parts, _is_bare = bare(data)
    return orientation, b"".join(joined(data, parts))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_place_and_device_are_gone_and_how_it_is_turned_stays(kind, orientation):
    data = picture(64, 32, kind, exif=camera_exif(orientation))
    assert b"Kamera Geheim" in data
    found, clean = cleaned(data)
    image = Image.open(BytesIO(clean))
    image.load()
    tags = dict(image.getexif())
    assert found == orientation
    assert b"Kamera Geheim" not in clean
    assert tags == ({0x0112: orientation} if orientation != 1 else {})
    assert image.tobytes() == Image.open(BytesIO(data)).tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_clean_picture_is_left_as_it_is(kind):
    for orientation in (1, 3):
        _found, clean = cleaned(picture(64, 32, kind, exif=camera_exif(orientation)))
        again, parts, is_bare = bare(clean)
        assert is_bare and again == orientation
        assert b"".join(joined(clean, parts)) == clean


def test_a_second_picture_behind_the_first_is_cut_off():
    data = picture(64, 32)
    assert cleaned(data + picture(64, 32, exif=camera_exif()))[1] == cleaned(data)[1]


def test_progressive_pictures_are_read_to_their_end():
    data = picture(640, 320, progressive=True, quality=95)
    assert cleaned(data)[1] == data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_is_cut_short_is_broken(kind):
    data = picture(64, 32, kind)
    for end in (13, 40, len(data) // 2, len(data) - 2):
        with pytest.raises(BadPanorama):
            cleaned(data[:end])


@given(st.binary(max_size=300))
def test_no_exif_brings_it_down(data):
    assert 1 <= orientation_of(data) <= 8
    assert 1 <= orientation_of(b"II*\0\x08\0\0\0" + data) <= 8


@given(st.binary(max_size=400), st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF"]))
def test_no_bytes_bring_it_down(data, start):
    try:
        cleaned(start + data)
    except BadPanorama as bad:
        assert bad.problem in ("broken", "kind")


@pytest.mark.parametrize("orientation", range(1, 9))
def test_our_own_exif_is_understood(orientation):
    assert orientation_of(exif_of(orientation)) == orientation
