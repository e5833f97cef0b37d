"""What a journal says in numbers."""

from collections import Counter
from datetime import date
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.approvals.figures import rules
from kommunalhub.approvals.figures.ledger import Ledger
from kommunalhub.approvals.figures.rules import Cell
from kommunalhub.approvals.figures.rules import Count

import pytest
import statistics


ENDS = frozenset({"closed", "rejected"})


def entry(kind, when, to=None, action=None):
    return {"kind": kind, "when": f"{when}T09:00:00+00:00", "to": to, "action": action}


STORY = [
    entry("created", "2026-09-28", "draft"),  # a Monday
    entry("edited", "2026-09-29"),
    entry("transition", "2026-09-30", "submitted"),
    entry("reminder", "2026-10-06", action="before"),
    entry("reminder", "2026-10-08", action="after"),
    entry("reminder", "2026-10-12", action="escalated"),
    entry("transition", "2026-10-12", "released"),
    entry("transition", "2026-11-02", "closed"),
]


def test_a_story_in_numbers():
    assert rules.counts_of(STORY, "draft", ENDS) == (
        Count("2026-09", rules.LEFT, "draft", 2),
        Count("2026-09", rules.CAME),
        Count("2026-10", rules.OVERDUE),
        Count("2026-10", rules.LEFT, "submitted", 8),
        Count("2026-11", rules.LEFT, "released", 15),
        Count("2026-11", rules.DONE),
    )


def test_closing_days_do_not_count():
    closed = frozenset({date(2026, 10, 1), date(2026, 10, 2)})
    found = rules.counts_of(STORY, "draft", ENDS, closed)
    assert [count.days for count in found if count.state == "submitted"] == [6]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("draft", "submitted", rules.CAME),
        ("submitted", "released", None),
        ("submitted", "rejected", rules.DONE),
        ("submitted", "draft", rules.BACK),
        ("closed", "released", rules.CAME),
        ("draft", "closed", None),
        ("closed", "rejected", None),
    ],
)
def test_coming_and_going(old, new, what):
    assert rules.moved(old, new, "draft", ENDS) == what


def test_months_end_in_berlin():
    late = [
        entry("created", "2026-10-30", "draft"),
        {**entry("transition", "2026-10-31", "submitted"), "when": "2026-10-31T23:30:00+00:00"},
    ]
    assert rules.counts_of(late, "draft", ENDS)[-1] == Count("2026-11", rules.CAME)


def test_open_at_the_end_of_each_month():
    cells = [
        (Cell("2026-07", "T", "p", rules.CAME), {0: 5}),
        (Cell("2026-08", "T", "p", rules.DONE), {0: 2}),
        (Cell("2026-09", "T", "p", rules.CAME), {0: 1}),
        (Cell("2026-10", "T", "p", rules.BACK), {0: 1}),
        (Cell("2026-10", "T", "p", rules.OVERDUE), {0: 3}),
    ]
    rows = rules.flow(cells, ("2026-08", "2026-09", "2026-10"))
    assert [row["open"] for row in rows] == [3, 4, 3]
    assert [row["overdue"] for row in rows] == [0, 0, 3]


@given(st.lists(st.integers(0, 40), min_size=1))
def test_median_and_mean_are_those_of_the_days(days):
    found = rules.times_of(Counter(days))
    assert found.count == len(days)
    assert found.median == statistics.median(days)
    assert found.mean == pytest.approx(statistics.mean(days))


STEPS = st.lists(st.sampled_from(["draft", "submitted", "released", "closed", "rejected"]))


@given(STEPS)
def test_a_case_is_open_where_it_says_so(states):
    entries = [entry("created", "2026-09-01", "draft")]
    entries += [entry("transition", "2026-09-02", state) for state in states]
    counts = rules.counts_of(entries, "draft", ENDS)
    last = states[-1] if states else "draft"
    assert rules.still_open(counts) is (last in ("submitted", "released"))


@given(st.lists(st.tuples(st.sampled_from("abc"), STEPS)))
def test_counting_anew_never_counts_twice(walks):
    """However often and in whatever order cases are counted, the last count of each stands."""
    ledger, last = Ledger(), {}
    for uid, states in walks:
        entries = [entry("created", "2026-09-01", "draft")]
        entries += [entry("transition", "2026-09-03", state) for state in states]
        counts = rules.counts_of(entries, "draft", ENDS)
        last[uid] = [(Cell(c.month, "T", "p", c.what, c.state), c.days) for c in counts]
        ledger.replace(uid, last[uid])
        ledger.replace(uid, last[uid])
    wanted = Counter((cell.key(), days) for kept in last.values() for cell, days in kept)
    found = Counter(
        {(cell.key(), days): n for cell, histogram in ledger for days, n in histogram.items()}
    )
    assert found == wanted
    assert all(ledger.kept_of(uid) == kept for uid, kept in last.items())
