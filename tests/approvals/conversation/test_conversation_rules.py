"""Who asks, answers and reads notes; which questions are open: plain rules."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.approvals.case import insiders
from kommunalhub.approvals.case.awaiting import answerers
from kommunalhub.approvals.case.awaiting import awaited
from kommunalhub.approvals.case.awaiting import barred
from kommunalhub.approvals.conversation import rules
from kommunalhub.approvals.rules import Act
from kommunalhub.approvals.rules import Actor
from kommunalhub.approvals.rules import CaseFacts
from kommunalhub.approvals.rules import Process
from kommunalhub.approvals.rules import Step

import pytest


PROCESS = Process(
    portal_type="Leave",
    prefix="L",
    milestones=("draft", "submitted", "consent", "approved"),
    steps={
        "draft": Step(("owner",)),
        "submitted": Step(("partner-reviewers",), 5),
        "consent": Step(("asked-reviewers",), 5),
        "returned": Step(("owner", "partner-editors"), 10),
        "approved": Step(("owner",)),
    },
    acts={"approve": Act(four_eyes=True)},
)


def facts(state="submitted", **extra):
    return CaseFacts("Leave", state, "malente", "anna", "rolf", {"asked": ("dataport",), **extra})


def actor(userid, *roles):
    return Actor(userid, frozenset(), frozenset(roles))


def entry(seq, kind, action=None, **more):
    return {"seq": seq, "kind": kind, "action": action, **more}


def seqs(entries):
    return [found["seq"] for found in entries]


def test_the_applicants_side_is_whom_a_case_is_sent_back_to():
    assert answerers(PROCESS) == ("owner", "partner-editors")
    assert insiders.insiders(PROCESS) == ("partner-reviewers", "asked-reviewers")


@pytest.mark.parametrize(
    ("state", "functions"),
    [
        ("draft", ()),
        ("submitted", ("partner-reviewers",)),
        ("consent", ("asked-reviewers",)),
        ("returned", ()),
        ("approved", ()),
    ],
)
def test_who_decides_now_asks(state, functions):
    assert rules.askers(PROCESS, state) == functions


@pytest.mark.parametrize(
    ("who", "state", "asks", "answers", "notes"),
    [
        (actor("petra", "Reviewer", "Colleague"), "submitted", True, False, True),
        (actor("petra", "Reviewer", "Colleague"), "consent", False, False, True),
        (actor("dora", "Consenter"), "consent", True, False, True),
        (actor("anna", "Owner", "Colleague"), "submitted", False, True, False),
        (actor("anna", "Owner", "Reviewer"), "submitted", False, True, False),
        (actor("anna", "HubManager"), "submitted", False, True, False),
        (actor("rolf", "Editor"), "submitted", False, True, False),
        (actor("mia", "Colleague"), "submitted", False, False, False),
        (actor("hanna", "HubManager"), "submitted", False, False, True),
        (actor("bo", "Editor", "Reviewer"), "submitted", True, True, True),
    ],
)
def test_who_says_what(who, state, asks, answers, notes):
    case = facts(state)
    assert bool(rules.may_ask(PROCESS, case, who)) is asks
    assert bool(rules.may_answer(PROCESS, case, who)) is answers
    assert bool(rules.may_note(PROCESS, case, who)) is notes


def test_who_stands_in_for_the_applicant_is_not_inside():
    """A reviewer's own case: the substitute holds Reviewer through them alone."""
    for absent, inside in (("anna", False), ("petra", True)):
        lent = {"Reviewer": (absent,)}
        deputy = Actor("mia", frozenset(), frozenset({"Reviewer", "Colleague"}), {}, lent)
        assert bool(rules.may_ask(PROCESS, facts(), deputy)) is inside
        assert bool(rules.may_note(PROCESS, facts(), deputy)) is inside
    assert rules.on_behalf_of(PROCESS, facts(), deputy, "question") == "petra"
    assert rules.on_behalf_of(PROCESS, facts(), actor("paul", "Reviewer"), "question") is None


def test_a_refusal_says_who_could():
    denied = rules.may_ask(PROCESS, facts("consent"), actor("petra", "Reviewer"))
    assert denied.fixable_by == ("dataport-reviewers",)


def test_an_open_question_awaits_the_applicant_too():
    assert awaited(PROCESS, facts()) == ("malente-reviewers",)
    assert awaited(PROCESS, facts(question=3)) == (
        "malente-reviewers",
        "user:anna",
        "malente-editors",
    )


def test_nobody_is_barred_from_answering():
    exits = {"approve": ("Reviewer",)}
    assert barred(PROCESS, facts(), exits) == ("anna", "rolf")
    assert barred(PROCESS, facts(question=3), exits) == ()


def test_open_until_answered_withdrawn_or_decided():
    asked = [entry(2, "question", "asked"), entry(3, "question", "asked")]
    assert seqs(rules.open_questions(asked)) == [2, 3]
    assert seqs(rules.open_questions([*asked, entry(4, "question", "withdrawn:2")])) == [3]
    assert seqs(rules.open_questions([*asked, entry(4, "answer", "answers:2")])) == [3]
    assert seqs(rules.open_questions([*asked, entry(4, "answer", "answers:3")])) == []
    assert seqs(rules.open_questions([*asked, entry(4, "note"), entry(5, "edited")])) == [2, 3]
    assert seqs(rules.open_questions([*asked, entry(4, "transition", "approve")])) == []


KINDS = st.sampled_from(
    ["created", "edited", "file", "transition", "note", "question", "answer", "redacted"]
)


@given(st.lists(KINDS, max_size=20), st.integers(1, 20))
def test_no_reader_without_the_right_gets_a_note(kinds, marked):
    entries = [
        entry(seq, kind, redacts={"seq": marked} if kind == "redacted" else None)
        for seq, kind in enumerate(kinds, 1)
    ]
    assert insiders.visible(entries, True) == entries
    shown = insiders.visible(entries, False)
    notes = {found["seq"] for found in entries if found["kind"] == "note"}
    assert not notes.intersection(seqs(shown))
    assert not any(
        found["kind"] == "redacted" and found["redacts"]["seq"] in notes for found in shown
    )
    rest = [found for found in entries if found["kind"] not in ("note", "redacted")]
    assert [found for found in shown if found["kind"] != "redacted"] == rest
