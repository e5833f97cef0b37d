"""How a panorama is cut, and which addresses name a piece."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.showroom.panoramas import rules

import pytest


@given(st.integers(rules.LEAST_WIDTH, rules.MOST_WIDTH))
def test_levels_are_as_viewers_want_them_and_never_larger_than_the_picture(width):
    levels = rules.levels_of(width)
    assert levels[0].width <= rules.SMALLEST_LEVEL or levels[0].cols == 4
    assert width - levels[-1].width < 2 * levels[-1].cols and levels[-1].width <= width
    for level in levels:
        assert level.cols & (level.cols - 1) == 0 and level.cols <= 64
        assert level.rows * 2 == level.cols and level.width == level.edge * level.cols
        assert level.edge <= rules.MOST_EDGE
    for small, large in zip(levels, levels[1:], strict=False):
        assert large.width == 2 * small.width


@given(st.integers(rules.LEAST_WIDTH, rules.MOST_WIDTH))
def test_tiles_cover_each_point_once(width):
    level = rules.levels_of(width)[-1]
    boxes = [box for _col, _row, box in rules.tiles_of(level)]
    assert sum((right - left) * (low - top) for left, top, right, low in boxes) == (
        level.width * level.height
    )
    assert len(set(boxes)) == len(boxes)
    assert max(box[2] for box in boxes) == level.width


@given(st.lists(st.text(max_size=6), max_size=3))
def test_no_address_names_what_is_not_there(names):
    levels = rules.levels_of(2048)
    pieces = {rules.piece_name(0, col, row) for col in range(4) for row in range(2)}
    assert rules.asked_piece(names, levels) in pieces | set(rules.PICTURES) | {None}


@pytest.mark.parametrize(
    ("size", "problem"),
    [
        ((4000, 3000), rules.RATIO),
        ((1000, 2000), rules.RATIO),
        ((1024, 512), rules.SMALL),
        ((30_000, 15_000), rules.LARGE),
        ((16_385, 8192), rules.LARGE),
        ((0, 0), rules.BROKEN),
    ],
)
def test_what_is_no_panorama(size, problem):
    with pytest.raises(rules.BadPanorama) as refused:
        rules.check(*size)
    assert refused.value.problem == problem


def test_a_point_more_or_less_is_still_a_panorama():
    rules.check(5640, 2816)
    rules.check(rules.LEAST_WIDTH, rules.LEAST_WIDTH // 2)
    rules.check(rules.MOST_WIDTH, rules.MOST_WIDTH // 2)
