"""What may be written and who sees it, in pure rules."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.editorial.talk import rules
from kommunalhub.editorial.talk.rules import Comment
from kommunalhub.editorial.talk.rules import sound

import pytest


NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)


def said(number, by="mia", ago=0, **hidden):
    return Comment(number, by, (NOW - timedelta(minutes=ago)).isoformat(), "Danke", **hidden)


@given(st.text(max_size=60))
def test_what_is_sound_stays_as_it_is(text):
    found = sound(text)
    assert sound(found) == found
    assert "\n\n\n" not in found and not set(found) & set(map(chr, range(10)))


@pytest.mark.parametrize(
    "text, refused",
    [
        ("", rules.EMPTY),
        (sound(" \n\t "), rules.EMPTY),
        ("x" * rules.LONGEST, None),
        ("x" * (rules.LONGEST + 1), rules.LONG),
    ],
)
def test_what_may_be_written(text, refused):
    assert rules.refusal(text, [], "mia", NOW) == refused


def test_nobody_writes_too_often_and_others_do_not_count():
    five = [said(number, ago=number) for number in range(rules.RATE)]
    assert rules.refusal("Danke", five, "mia", NOW) == rules.OFTEN
    assert rules.refusal("Danke", five, "rolf", NOW) is None
    assert rules.refusal("Danke", five, "mia", NOW + timedelta(minutes=6)) is None
    full = [said(number, by="lea", ago=99) for number in range(rules.MOST)]
    assert rules.refusal("Danke", full, "mia", NOW) == rules.FULL


def test_taking_down_wants_a_reason():
    assert rules.reason_refusal("") == rules.NO_REASON
    assert rules.reason_refusal("x" * 301) == rules.LONG
    assert rules.reason_refusal("Das ist persönlich.") is None


people = st.sampled_from("abc")


@given(st.lists(st.tuples(people, st.booleans()), max_size=6), people, st.booleans())
def test_what_was_taken_down_is_for_its_writer_and_the_office(written, reader, is_office):
    all_of_it = [
        said(number, by, hidden_by="x" if hidden else None)
        for number, (by, hidden) in enumerate(written)
    ]
    found = rules.visible(all_of_it, reader, is_office)
    for one in all_of_it:
        assert (one in found) == (is_office or not one.is_hidden or one.by == reader)
