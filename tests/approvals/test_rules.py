"""The rules of deciding, without any site."""

from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.approvals import rules
from kommunalhub.lib.workdays import is_workday
from kommunalhub.lib.workdays import workdays_between

import pytest


FACTS = rules.CaseFacts("Leave", "submitted", "malente", creator="anna", last_editor="bernd")
REVIEWER = frozenset({"Reviewer"})
PROCESS = rules.Process(
    portal_type="Leave",
    prefix="L",
    milestones=("draft", "submitted", "consent", "approved", "closed"),
    steps={
        "submitted": rules.Step(("partner-reviewers",), 3),
        "consent": rules.Step(("asked-reviewers",), 5),
        "review": rules.Step(("partner-reviewers", "partner-editors")),
        "returned": rules.Step(("owner",)),
    },
    acts={
        "approve": rules.Act(four_eyes=True, style="go"),
        "archive": rules.Act(),
        "check": rules.Act(
            condition=lambda facts, actor: (
                rules.OK if facts.extra.get("goal") else rules.Denied("no goal", ("owner",))
            )
        ),
    },
)
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


def person(userid, roles=REVIEWER, groups=("malente-reviewers",)):
    return rules.Actor(userid, frozenset(groups), frozenset(roles))


@pytest.mark.parametrize("userid", ["anna", "bernd"])
def test_who_created_or_changed_it_last_does_not_decide(userid):
    answer = rules.evaluate(PROCESS, "approve", FACTS, person(userid), ("Reviewer",))
    assert not answer
    assert answer.cause == "four_eyes"
    assert answer.fixable_by == ("malente-reviewers",)


def test_a_second_pair_of_eyes_decides():
    assert rules.evaluate(PROCESS, "approve", FACTS, person("clara"), ("Reviewer",))


def test_the_applicant_is_no_second_pair_of_eyes_for_themselves():
    answer = rules.evaluate(PROCESS, "approve", FACTS, person("anna"), ("Owner", "Reviewer"))
    assert answer.cause == "role" or "user:anna" not in answer.fixable_by


def test_without_the_role_the_answer_names_those_who_have_it():
    answer = rules.evaluate(
        PROCESS, "approve", FACTS, person("clara", roles=["Member"]), ("Reviewer", "Consultant")
    )
    assert not answer
    assert answer.cause == "role"
    assert answer.fixable_by == ("malente-reviewers", "hub-consultants")


def test_a_condition_on_the_case_can_say_no_and_who_mends_it():
    answer = rules.evaluate(PROCESS, "check", FACTS, person("clara"))
    assert (answer.reason, answer.fixable_by, answer.cause) == (
        "no goal",
        ("user:anna",),
        "condition",
    )
    with_goal = replace(FACTS, extra={"goal": True})
    assert rules.evaluate(PROCESS, "check", with_goal, person("clara"))


def test_a_transition_the_process_says_nothing_about_asks_for_nothing():
    assert rules.evaluate(PROCESS, "unheard-of", FACTS, person("anna"), ("Reviewer",))


@given(
    creator=st.sampled_from("abc"),
    editor=st.sampled_from(["a", "b", "c", None]),
    decider=st.sampled_from("abc"),
    roles=st.sets(st.sampled_from(sorted(rules.FUNCTION_OF_ROLE))),
)
def test_four_eyes_hold_whatever_roles_somebody_has(creator, editor, decider, roles):
    facts = rules.CaseFacts("Leave", "submitted", "malente", creator, editor)
    answer = rules.evaluate(PROCESS, "approve", facts, person(decider, roles), ("Reviewer",))
    if answer:
        assert "Reviewer" in roles
        assert decider not in (creator, editor)
    else:
        assert "Reviewer" not in roles or decider in (creator, editor)


def test_who_is_awaited():
    asked = replace(FACTS, state="consent", extra={"asked": ("dataport", "lensahn")})
    assert rules.awaited(PROCESS, FACTS) == ("malente-reviewers",)
    assert rules.awaited(PROCESS, asked) == ("dataport-reviewers", "lensahn-reviewers")
    assert rules.awaited(PROCESS, replace(FACTS, state="returned")) == ("user:anna",)
    assert rules.awaited(PROCESS, replace(FACTS, state="closed")) == ()


def test_who_is_kept_from_deciding_does_not_find_it_in_the_inbox():
    exits = {"approve": ("Reviewer",), "withdraw": ("Owner",)}
    assert rules.barred(PROCESS, FACTS, exits) == ("anna", "bernd")


def test_nobody_is_kept_away_where_something_is_left_to_do():
    review = replace(FACTS, state="review")
    exits = {"approve": ("Reviewer",), "archive": ("Editor", "Reviewer")}
    assert rules.barred(PROCESS, review, exits) == ()


def test_due_is_the_end_of_a_working_day_in_schleswig_holstein():
    friday_evening = datetime(2026, 10, 30, 21, 30, tzinfo=UTC)  # Reformationstag follows
    due = rules.due_after(friday_evening, 1).astimezone(rules.BERLIN)
    assert (due.date().isoformat(), due.hour, due.minute) == ("2026-11-02", 23, 59)


def test_the_day_begins_at_midnight_in_berlin():
    before_midnight = datetime(2026, 7, 1, 21, 59, tzinfo=UTC)
    after_midnight = datetime(2026, 7, 1, 22, 1, tzinfo=UTC)
    days = [
        rules.due_after(moment, 1).astimezone(rules.BERLIN).day
        for moment in (before_midnight, after_midnight)
    ]
    assert days == [2, 3]


def test_no_service_time_no_due_date():
    assert rules.due_after(datetime(2026, 7, 1, tzinfo=UTC), None) is None


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2039, 12, 1), timezones=st.just(UTC)),
    st.integers(1, 40),
)
def test_as_many_working_days_as_promised_lie_between(moment, days):
    due = rules.due_after(moment, days)
    start, end = (time.astimezone(rules.BERLIN).date() for time in (moment, due))
    assert is_workday(end)
    assert workdays_between(start, end) == days
    assert due > moment + timedelta(hours=12)


def bar(state, *visited):
    return rules.state_bar(PROCESS.milestones, state, set(visited), GRAPH)


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
    places = rules.state_bar(PROCESS.milestones, state, visited, GRAPH)
    assert [name for name, kind in places if kind == "now"] == [state]
    assert len({name for name, kind in places}) == len(places)
