"""What a file is, by its content."""

from hypothesis import given
from hypothesis import strategies as st
from io import BytesIO
from kommunalhub.showroom.films import boxes
from showroom.films import clips

import pytest


def facts(data):
    return boxes.facts_of(BytesIO(data))


def test_films_and_recordings():
    film = facts(clips.mp4(125))
    assert (film.media_type, film.seconds, film.has_sound) == ("video/mp4", 125, True)
    assert facts(clips.mp4(picture=None)).media_type == "audio/mp4"
    film = facts(clips.webm())
    assert (film.media_type, film.seconds, film.has_sound) == ("video/webm", 75, True)
    assert facts(clips.webm(codecs=(b"A_OPUS",))).media_type == "audio/webm"
    assert facts(b"ID3\4" + b"\0" * 90).media_type == "audio/mpeg"
    assert facts(b"OggS" + b"\0" * 24 + b"OpusHead" + b"\0" * 40).media_type == "audio/ogg"


def test_live_recorders_write_pieces():
    moov = clips.box(b"moov", clips.track(b"vide", b"avc1"))
    data = clips.box(b"ftyp", b"iso5") + moov + clips.box(b"moof") + clips.box(b"mdat", b"x")
    assert facts(data).has_picture


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", boxes.EMPTY),
        (b"\xff", boxes.KIND),
        (b"\x7fELF" + b"\0" * 80, boxes.KIND),
        (b"<html>kein Film</html>" * 8, boxes.KIND),
        (b"\0\0\0\x18ftypisom" + b"das ist kein Film" * 20, boxes.BROKEN),
        (clips.mp4()[:-10], boxes.BROKEN),
        (clips.mp4() + b"\0\0\0\0muell", boxes.BROKEN),
        (clips.box(b"ftyp", b"isom") + clips.box(b"mdat", b"x"), boxes.BROKEN),
        (clips.mp4(brand=b"qt  "), boxes.QUICKTIME),
        (clips.mp4(picture=b"hvc1"), boxes.CODEC),
        (clips.webm(doctype=b"matroska"), boxes.KIND),
        (clips.webm(codecs=(b"V_MPEG4/ISO/AVC",)), boxes.CODEC),
        (clips.webm(cluster=False), boxes.BROKEN),
        (clips.webm()[:60], boxes.BROKEN),
    ],
)
def test_what_is_refused(data, problem):
    with pytest.raises(boxes.BadFilm) as refused:
        facts(data)
    assert refused.value.problem == problem


def test_boxes_without_end_are_not_walked_for_ever():
    many = clips.box(b"ftyp", b"isom") + clips.box(b"free") * (boxes.MOST_BOXES + 10)
    with pytest.raises(boxes.BadFilm):
        facts(many)
    deep = b""
    for _level in range(40):
        deep = clips.box(b"moov", deep)
    with pytest.raises(boxes.BadFilm):
        facts(clips.box(b"ftyp", b"isom") + deep)


def test_where_a_telephone_wrote_the_place_is_found():
    place = clips.box(b"udta", clips.box(b"\xa9xyz", b"+54.29+010.88/"))
    data = clips.mp4(more=(place,))
    [(at, begin, end)] = facts(data).told
    assert data[at : at + 4] == b"udta" and b"+54.29+010.88/" in data[begin:end]


@given(st.binary(max_size=300), st.sampled_from([b"\0\0\0\x10ftypisom", b"\x1aE\xdf\xa3", b"OggS"]))
def test_no_bytes_bring_it_down(data, start):
    try:
        facts(start + data)
    except boxes.BadFilm as bad:
        assert bad.problem in boxes.PROBLEMS


@given(st.integers(0, 400), st.binary(min_size=1, max_size=4))
def test_no_damage_brings_it_down(at, damage):
    for data in (clips.mp4(), clips.webm()):
        try:
            facts(data[:at] + damage + data[at + len(damage) :])
        except boxes.BadFilm as bad:
            assert bad.problem in boxes.PROBLEMS
