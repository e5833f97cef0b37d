"""The bar of a case, without any site."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.approvals.case.milestones import state_bar


MILESTONES = ("draft", "submitted", "consent", "approved", "closed")
GRAPH = {
    "draft": {"submitted"},
    "submitted": {"consent", "approved", "returned", "rejected"},
    "returned": {"submitted", "withdrawn"},
    "consent": {"approved", "rejected", "waitlisted"},
    "waitlisted": {"consent", "approved"},
    "approved": {"closed", "denied"},
    "denied": {"closed"},
    "closed": set(),
    "rejected": set(),
    "withdrawn": set(),
}


def bar(state, *visited):
    return state_bar(MILESTONES, state, set(visited), GRAPH)


def test_the_bar_of_a_case_on_its_way():
    assert bar("submitted", "draft") == [
        ("draft", "done"),
        ("submitted", "now"),
        ("consent", "next"),
        ("approved", "next"),
        ("closed", "next"),
    ]


def test_a_skipped_milestone_is_not_shown_as_done():
    assert ("consent", "done") not in bar("approved", "draft", "submitted")


def test_a_returned_case_stands_before_the_step_it_repeats():
    assert bar("returned", "draft", "submitted")[:3] == [
        ("draft", "done"),
        ("returned", "now"),
        ("submitted", "next"),
    ]


def test_a_waiting_case_stands_before_what_it_waits_for():
    assert bar("waitlisted", "draft", "submitted", "consent")[2:4] == [
        ("waitlisted", "now"),
        ("consent", "next"),
    ]


def test_a_rejected_case_ends_the_bar():
    assert bar("rejected", "draft", "submitted") == [
        ("draft", "done"),
        ("submitted", "done"),
        ("rejected", "now"),
    ]


def test_what_cannot_come_any_more_is_not_promised():
    assert bar("denied", "draft", "submitted", "approved") == [
        ("draft", "done"),
        ("submitted", "done"),
        ("approved", "done"),
        ("denied", "now"),
        ("closed", "next"),
    ]


@given(st.sampled_from(sorted(GRAPH)), st.sets(st.sampled_from(sorted(GRAPH))))
def test_every_bar_shows_the_present_state_once(state, visited):
    places = state_bar(MILESTONES, state, visited, GRAPH)
    assert [name for name, kind in places if kind == "now"] == [state]
    assert len({name for name, kind in places}) == len(places)
