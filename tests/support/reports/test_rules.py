"""Sums over tickets: nothing is counted twice, and nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.support.reports import rules


times = st.none() | st.tuples(st.integers(0, 10_000), st.booleans())
tickets = st.lists(
    st.builds(
        rules.Ticket,
        month=st.sampled_from(["2026-10", "2026-11"]),
        partner=st.sampled_from(["", "malente", "lensahn"]),
        category=st.sampled_from(["", "mail"]),
        reaction=times,
        solution=times,
        solved=st.booleans(),
        reopened=st.booleans(),
        age=st.none() | st.integers(0, 400),
    ),
    max_size=12,
)


@given(tickets, st.sampled_from(["month", "partner", "category"]))
def test_groups_are_the_whole(found, name):
    whole, groups = rules.sums(found), rules.grouped(found, name).values()
    for fact in ("reported", "solved", "reopened"):
        assert sum(getattr(group, fact) for group in groups) == getattr(whole, fact)


@given(tickets)
def test_every_open_ticket_has_one_age(found):
    assert sum(rules.ages(found)) == sum(ticket.age is not None for ticket in found)


@given(st.integers(0, 20), st.integers(0, 20))
def test_few_answers_are_never_told(yes, no):
    share = rules.share_of_yes(yes, no, 5)
    assert (share is None) == (yes + no < 5)
    assert share is None or 0 <= share <= 100


def test_nothing_is_a_number_of_nothing():
    assert rules.sums([]) == rules.Sums()
