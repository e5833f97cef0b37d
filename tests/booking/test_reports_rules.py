"""How full spaces were: hours add up, and nobody is told alone."""

from datetime import date
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.booking.reports import rules
from kommunalhub.booking.reports.rules import Use


DAY = date(2027, 1, 4)
SPACES = ("a", "b", "c", "d")
uses_strategy = st.lists(
    st.builds(
        Use,
        st.text("xyz", min_size=1, max_size=4),
        st.sampled_from(SPACES),
        st.sampled_from(["malente", "lensahn"]),
        st.just("startup"),
        st.sampled_from(["p", "q", "r", "s", "t", ""]),
        st.just(DAY),
        st.integers(1, 600),
    ),
    max_size=30,
)


def use(booking, space, person, minutes=60):
    return Use(booking, space, "malente", "startup", person, DAY, minutes)


def by_space(uses, least=3):
    return rules.rows(uses, SPACES, lambda one: one.space, least, dict.fromkeys(SPACES, 600))


@given(uses_strategy, st.integers(1, 4))
def test_lines_add_up_and_what_is_held_back_cannot_be_told_from_the_sum(uses, least):
    found = by_space(uses, least)
    assert sum(row.minutes for row in found) == sum(one.minutes for one in uses)
    hidden = [row for row in found if not row.is_told]
    assert all(row.people >= least for row in found if row.is_told and row.people)
    others = [row for row in found if row.is_told and row.people]
    assert len(hidden) != 1 or not others


def test_too_few_people_are_not_told_and_the_next_smallest_goes_with_them():
    few = [use("1", "a", "p", 600)]
    many = [use(f"{space}{who}", space, who) for space in "bc" for who in "pqr"]
    more = [use("x", "c", "s")]
    told = {row.key: row.is_told for row in by_space(few + many + more)}
    assert told == {"a": False, "b": False, "c": True, "d": True}


def test_who_is_unknown_by_now_is_one_of_many():
    found = by_space([use(str(n), "a", "") for n in range(3)])
    assert (found[0].people, found[0].is_told, found[0].share) == (3, True, 30)


def test_the_sum_of_too_few_is_not_told_either():
    assert rules.total([use("1", "a", "p")], 3, 600).is_told is False
    assert rules.total([], 3, 0).share is None
