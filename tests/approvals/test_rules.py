"""The rules of deciding, without any site."""

from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.approvals import rules
from kommunalhub.approvals.case import awaiting

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
    assert awaiting.awaited(PROCESS, FACTS) == ("malente-reviewers",)
    assert awaiting.awaited(PROCESS, asked) == ("dataport-reviewers", "lensahn-reviewers")
    assert awaiting.awaited(PROCESS, replace(FACTS, state="returned")) == ("user:anna",)
    assert awaiting.awaited(PROCESS, replace(FACTS, state="closed")) == ()


def test_who_is_kept_from_deciding_does_not_find_it_in_the_inbox():
    exits = {"approve": ("Reviewer",), "withdraw": ("Owner",)}
    assert awaiting.barred(PROCESS, FACTS, exits) == ("anna", "bernd")


def test_nobody_is_kept_away_where_something_is_left_to_do():
    review = replace(FACTS, state="review")
    exits = {"approve": ("Reviewer",), "archive": ("Editor", "Reviewer")}
    assert awaiting.barred(PROCESS, review, exits) == ()
