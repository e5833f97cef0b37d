"""How a ticket stands with the second level, by rules alone."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.support.desk.secondlevel import rules


LINES = (
    rules.Line(rules.TITLE, "Drucker von Frau Kruse"),
    rules.Line(rules.REPORTER, "Mia Kruse"),
    rules.Line(rules.ASKS, "Es eilt.", 7),
)
MOVES = st.lists(st.tuples(st.sampled_from(("hand", "back", "answer", "use")), st.integers(1, 9)))


def test_what_is_handed_over_is_kept_as_it_went():
    hand = rules.handed(rules.Hand(consent=rules.YES), LINES, True, "2026-11-30T08:00:00+00:00")
    assert hand.stands == rules.OUT
    assert hand.parcels[-1].lines == LINES
    assert hand.parcels[-1].title == "Drucker von Frau Kruse"
    back = rules.called_back(hand)
    assert (back.stands, back.consent, back.parcels) == ("", "", hand.parcels)


def test_an_answer_waits_until_it_is_used():
    hand = rules.answered(rules.handed(rules.Hand(), LINES, False, "x"), 12)
    assert hand.stands == rules.BACK
    assert rules.called_back(hand).stands == rules.BACK
    assert rules.used(hand, 12).stands == rules.OUT
    assert rules.used(hand, 11) == hand


def test_what_was_seen_is_told_from_anything_else():
    seen = rules.digest(LINES, True)
    assert seen == rules.digest(list(LINES), True)
    assert seen != rules.digest(LINES, False)
    assert seen != rules.digest(LINES[:2], True)


def test_what_data_protection_takes_out_goes_from_what_was_handed_over():
    hand = rules.handed(rules.Hand(), LINES, True, "x")
    gone = rules.forgotten(hand, 7, rules.PERSONAL)
    assert [line.text for line in gone.parcels[0].lines] == ["Drucker von Frau Kruse", "", ""]
    assert rules.forgotten(hand, 8) == hand


@given(MOVES)
def test_it_always_stands_somewhere_and_nothing_handed_over_is_lost(moves):
    hand, count = rules.Hand(), 0
    for name, seq in moves:
        if name == "hand":
            hand, count = rules.handed(hand, LINES, False, "x"), count + 1
        elif name == "back":
            hand = rules.called_back(hand)
        else:
            hand = (rules.answered if name == "answer" else rules.used)(hand, seq)
        assert hand.stands in ("", *rules.STANDS)
        assert len(hand.parcels) == count
