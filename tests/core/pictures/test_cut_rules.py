"""What is cut off a picture."""

from hypothesis import given
from hypothesis import strategies as st
from io import BytesIO
from kommunalhub.core.pictures.cuts import rules
from kommunalhub.core.pictures.cuts.scaling import apply
from PIL import Image

import pytest


SIDES = st.integers(1, 5000)
PAIRS = st.tuples(st.integers(0, 95), st.integers(0, 95)).filter(lambda pair: sum(pair) <= 95)
CUTS = st.builds(
    lambda across, down, turn: rules.Cut(across[0], down[0], across[1], down[1], turn),
    PAIRS,
    PAIRS,
    st.sampled_from(rules.TURNS),
)


@given(CUTS, SIDES, SIDES)
def test_something_stays_of_every_picture_and_lies_inside_it(cut, width, height):
    left, top, right, bottom = rules.box(cut, (width, height))
    broad, high = rules.turned(cut, (width, height))
    assert 0 <= left < right <= broad and 0 <= top < bottom <= high
    assert rules.size(cut, (width, height)) == (right - left, bottom - top)


@given(SIDES, SIDES)
def test_nothing_is_cut_off_where_nobody_said_so(width, height):
    assert rules.size(rules.WHOLE, (width, height)) == (width, height)


@pytest.mark.parametrize(
    ("before", "after", "enough"),
    [(0, 95, True), (48, 47, True), (48, 48, False), (None, 95, True), (96, 0, False)],
)
def test_opposite_edges_leave_something(before, after, enough):
    assert rules.leaves_enough(before, after) is enough


def quarters(kind):
    """Return a picture of four colours: red and green above blue and white."""
    image = Image.new("RGB", (400, 200), "white")
    for colour, place in (("red", (0, 0)), ("lime", (200, 0)), ("blue", (0, 100))):
        image.paste(colour, (*place, place[0] + 200, place[1] + 100))
    made = BytesIO()
    image.save(made, kind)
    made.seek(0)
    return made


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("turn", "size", "colour"),
    [(0, (200, 100), "lime"), (90, (100, 200), "red"), (180, (200, 100), "blue")]
    + [(270, (100, 200), "white")],
)
def test_what_stays_is_the_upper_right_quarter_of_what_was_turned(kind, turn, size, colour):
    made = Image.open(BytesIO(apply(rules.Cut(left=50, bottom=50, turn=turn), quarters(kind))))
    assert (made.format, made.size) == (kind, size)
    shown = made.convert("RGB").getpixel((size[0] // 2, size[1] // 2))
    expected = Image.new("RGB", (1, 1), colour).getpixel((0, 0))
    assert max(abs(one - other) for one, other in zip(shown, expected, strict=True)) < 8
