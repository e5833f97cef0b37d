"""What the process of a consultation asks for before a step, without a site."""

from kommunalhub.approvals.rules import Actor
from kommunalhub.approvals.rules import CaseFacts
from kommunalhub.approvals.rules import evaluate
from kommunalhub.funding.workflow import PROCESS
from kommunalhub.funding.workflow import STATES

import pytest


CONSULTANT = Actor("berater", frozenset({"hub-consultants"}), frozenset({"Consultant"}))


def facts(state, **extra):
    return CaseFacts("FundingConsultation", state, "malente", "anna", "anna", extra)


@pytest.mark.parametrize(
    ("state", "transition", "extra", "allowed"),
    [
        ("in_consultation", "recommend", {}, False),
        ("in_consultation", "recommend", {"has_recommendation": True}, True),
        ("applied", "grant", {"has_granted": True}, False),
        ("applied", "grant", {"has_decision": True}, False),
        ("applied", "grant", {"has_granted": True, "has_decision": True}, True),
        ("applied", "deny", {}, False),
        ("applied", "deny", {"has_decision": True}, True),
        ("recommended", "file", {}, True),
    ],
)
def test_outcomes_need_their_facts(state, transition, extra, allowed):
    answer = evaluate(PROCESS, transition, facts(state, **extra), CONSULTANT, ("Consultant",))
    assert bool(answer) is allowed
    if not allowed:
        assert answer.fixable_by == ("hub-consultants",)


@pytest.mark.parametrize("transition", ["release", "return", "reject"])
def test_nobody_decides_on_their_own_consultation(transition):
    anna = Actor("anna", frozenset({"malente-reviewers"}), frozenset({"Reviewer"}))
    answer = evaluate(PROCESS, transition, facts("submitted"), anna, ("Reviewer",))
    assert not answer
    assert answer.fixable_by == ("malente-reviewers",)


def test_reasons_are_asked_for_what_sends_a_case_back_or_ends_it():
    asking = {name for name, act in PROCESS.acts.items() if act.needs_reason}
    assert asking == {"return", "reject", "withdraw", "deny"}


def test_every_state_is_known_to_the_lists():
    assert set(PROCESS.milestones) | set(PROCESS.steps) <= set(STATES)
