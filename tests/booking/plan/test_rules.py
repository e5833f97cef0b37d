"""Where spaces stand on a plan: nothing outside, nothing on each other, all of them read once."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.booking.plan import rules
from kommunalhub.booking.plan.rules import Place
from kommunalhub.booking.rules import KINDS

import pytest


sides = st.integers(0, 100)
places = st.builds(Place, sides, sides, sides, sides)


@st.composite
def houses(draw):
    """Up to twelve spaces, each part of one before it or of nothing."""
    count = draw(st.integers(0, 12))
    return [
        (str(n), draw(st.sampled_from(KINDS)), draw(st.sampled_from([None, *map(str, range(n))])))
        for n in range(count)
    ]


@given(houses())
def test_whatever_there_is_is_laid_out(spaces):
    found, height = rules.laid_out(spaces)
    assert found.keys() == {key for key, _kind, _whole in spaces}
    assert (height > 0) == bool(spaces)
    for place in found.values():
        assert place.x >= 0 and place.y >= 0
        assert place.right <= 100 and place.bottom <= 100
        assert place.width >= rules.LEAST_WIDTH
    assert rules.in_the_way(found) == []


def test_what_has_parts_is_drawn_around_them():
    found, _height = rules.laid_out(
        [("hall", "hall", None), ("left", "hall", "hall"), ("right", "hall", "hall")]
    )
    assert found["hall"].holds(found["left"])
    assert found["hall"].holds(found["right"])
    assert rules.reading_order(found) == ["hall", "left", "right"]


def test_a_circle_of_parts_ends():
    found, _height = rules.laid_out([("a", "desk", "b"), ("b", "desk", "a")])
    assert found.keys() <= {"a", "b"}


@given(st.dictionaries(st.integers(0, 20), places, max_size=9))
def test_each_is_read_once_and_after_what_holds_it(found):
    order = rules.reading_order(found)
    assert sorted(order) == sorted(found)
    for one in found:
        for other in found:
            if one != other and found[one].holds(found[other]):
                assert order.index(one) < order.index(other)


def test_rows_are_read_from_left_to_right_though_drawn_by_hand():
    found = {"c": Place(70, 12, 20, 10), "a": Place(5, 14, 20, 10), "b": Place(40, 10, 20, 10)}
    assert rules.reading_order(found) == ["a", "b", "c"]


@given(places, st.integers(0, rules.COLUMNS - 1), st.integers(0, rules.ROWS - 1))
def test_a_place_put_into_a_cell_is_on_the_plan(place, column, row):
    found = rules.put_into(place, column, row)
    assert "outside" not in rules.problems(found).values()
    assert (found.width, found.height) == (place.width, place.height)


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (Place(0, 0, 100, 100), {}),
        (Place(80, 90, 20, 10), {}),
        (Place(81, 91, 20, 10), {"x": "outside", "y": "outside"}),
        (Place(-1, 101, 20, 10), {"x": "range", "y": "range"}),
        (Place(0, 0, 11, 5), {"width": "small", "height": "small"}),
    ],
)
def test_what_is_wrong_with_a_place(place, wrong):
    assert rules.problems(place) == wrong
