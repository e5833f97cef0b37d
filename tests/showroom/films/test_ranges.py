"""Which bytes a browser gets."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.showroom.films import ranges

import pytest


@pytest.mark.parametrize(
    ("header", "answer"),
    [
        (None, None),
        ("bytes=0-", (0, 1000)),
        ("bytes=0-0", (0, 1)),
        ("bytes=999-2000", (999, 1000)),
        ("bytes=-1", (999, 1000)),
        ("bytes=-5000", (0, 1000)),
        ("Bytes=5-9", (5, 10)),
        ("bytes=9-5", None),
        ("bytes=-", None),
        ("items=0-5", None),
        ("bytes=0-5,10-15", None),
        ("bytes=a-b", None),
        ("bytes=" + "9" * 30 + "-", None),
    ],
)
def test_ranges(header, answer):
    assert ranges.asked(header, 1000) == answer


@pytest.mark.parametrize("header", ["bytes=1000-", "bytes=5000-6000", "bytes=-0"])
def test_what_is_not_there(header):
    with pytest.raises(ranges.NotThere):
        ranges.asked(header, 1000)


def test_the_rest_of_another_file_is_not_sent():
    assert ranges.asked("bytes=5-", 10, '"a"', '"a"') == (5, 10)
    assert ranges.asked("bytes=5-", 10, '"a"', '"b"') is None
    assert ranges.asked("bytes=5-", 10, 'W/"a"', '"a"') is None
    assert ranges.asked("bytes=50-", 10, '"a"', '"b"') is None
    assert ranges.asked("bytes=5-", 10, "Wed, 21 Oct 2026 07:28:00 GMT", '"a"') is None


@given(st.text(max_size=30), st.integers(0, 10**9))
def test_never_beyond_the_file(text, size):
    for header in (text, f"bytes={text}"):
        try:
            found = ranges.asked(header, size)
        except ranges.NotThere:
            continue
        assert found is None or 0 <= found[0] < found[1] <= size
