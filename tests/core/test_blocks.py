"""Blocks in the order somebody chose, whatever came and went since."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.core import blocks
from kommunalhub.core.blocks import Arrangement

import pytest


NAMES = st.lists(st.sampled_from("abcdefgh"), unique=True)
CHOICES = st.builds(
    Arrangement,
    order=st.lists(st.sampled_from("abcdefghxyz")).map(tuple),
    hidden=st.frozensets(st.sampled_from("abcdefghxyz")),
)


@given(NAMES, CHOICES)
def test_every_block_stands_once(names, arrangement):
    assert sorted(blocks.ordered(names, arrangement)) == sorted(names)
    assert set(blocks.shown(names, arrangement)) == set(names) - arrangement.hidden


@given(NAMES, CHOICES)
def test_what_was_chosen_keeps_its_order(names, arrangement):
    chosen = [name for name in dict.fromkeys(arrangement.order) if name in names]
    found = blocks.ordered(names, arrangement)
    assert [name for name in found if name in chosen] == chosen


@given(NAMES)
def test_who_chose_nothing_gets_the_usual(names):
    assert blocks.shown(names, blocks.USUAL) == names


@given(NAMES.filter(bool), CHOICES, st.data())
def test_up_and_down_again_changes_nothing(names, arrangement, data):
    order = blocks.ordered(names, arrangement)
    name = data.draw(st.sampled_from(order))
    up = blocks.moved(names, arrangement, name, blocks.UP)
    assert up.hidden == arrangement.hidden
    if order[0] == name:
        assert list(up.order) == order
    else:
        assert list(blocks.moved(names, up, name, blocks.DOWN).order) == order


@given(NAMES.filter(bool), CHOICES, st.data())
def test_hidden_and_shown_again_changes_no_order(names, arrangement, data):
    name = data.draw(st.sampled_from(names))
    hidden = blocks.switched(names, arrangement, name, False)
    assert name not in blocks.shown(names, hidden)
    again = blocks.switched(names, hidden, name, True)
    assert name in blocks.shown(names, again)
    assert blocks.ordered(names, again) == blocks.ordered(names, arrangement)


def test_what_came_later_stands_behind_its_neighbour():
    kept = Arrangement(order=("c", "a"))
    assert blocks.ordered(["a", "b", "c", "d"], kept) == ["c", "d", "a", "b"]


def test_what_is_not_there_is_refused():
    with pytest.raises(LookupError):
        blocks.moved(["a"], blocks.USUAL, "b", blocks.UP)
    with pytest.raises(LookupError):
        blocks.switched(["a"], blocks.USUAL, "b", False)
    with pytest.raises(KeyError):
        blocks.moved(["a"], blocks.USUAL, "a", "sideways")
