"""Which steps one person can take upon themselves, and looking for words."""

from datetime import datetime
from datetime import UTC
from kommunalhub.approvals.assignment import rules
from kommunalhub.approvals.lists import finding
from kommunalhub.approvals.rules import Process
from kommunalhub.approvals.rules import Step

import pytest


PROCESS = Process(
    portal_type="Leave",
    prefix="L",
    milestones=("draft", "submitted", "consent", "done"),
    steps={
        "draft": Step(("owner",)),
        "submitted": Step(("partner-reviewers",), 3),
        "returned": Step(("owner", "partner-editors"), 10),
        "consent": Step(("asked-reviewers",), 5),
        "advice": Step(("hub-consultants",), 5),
    },
    acts={},
)


@pytest.mark.parametrize(
    ("state", "answer"),
    [
        ("draft", False),
        ("submitted", True),
        ("returned", False),
        ("consent", False),
        ("advice", True),
        ("done", False),
    ],
)
def test_only_steps_of_one_group_are_taken(state, answer):
    assert rules.is_assignable(PROCESS, state) is answer


def test_what_is_stored_comes_back():
    one = rules.Assignment("paul", "petra", datetime(2026, 11, 28, 9, tzinfo=UTC))
    assert rules.from_stored(rules.as_stored(one)) == one
    assert rules.from_stored(None) is None


@pytest.mark.parametrize(
    ("typed", "texts", "answer"),
    [
        ("", ("Dach",), True),
        ("dach", ("Flachdach der Schule", None), True),
        ("SCHULE dach", ("Flachdach der Schule",), True),
        ("strasse 031", ("Straße", "F-2026-031"), True),
        ("dach 032", ("Flachdach", "F-2026-031"), False),
    ],
)
def test_every_word_must_stand_somewhere(typed, texts, answer):
    assert finding.holds(finding.words_of(typed), texts) is answer


def test_no_more_is_looked_for_than_allowed():
    assert len("".join(finding.words_of("x" * 5000))) == finding.LONGEST
    assert len(finding.words_of("a " * 40)) == finding.MOST_WORDS
