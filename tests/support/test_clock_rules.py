"""The service clock: worked cases, and what must hold for any history."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from itertools import pairwise
from kommunalhub.lib.servicehours import BERLIN
from kommunalhub.lib.servicehours import ServiceHours
from kommunalhub.support.clock import rules
from kommunalhub.support.clock import story
from kommunalhub.support.clock.rules import ASKED_BACK
from kommunalhub.support.clock.rules import BROKEN
from kommunalhub.support.clock.rules import CLOSED
from kommunalhub.support.clock.rules import Event
from kommunalhub.support.clock.rules import HEARD
from kommunalhub.support.clock.rules import KEPT
from kommunalhub.support.clock.rules import OPENED
from kommunalhub.support.clock.rules import Promise
from kommunalhub.support.clock.rules import REOPENED
from kommunalhub.support.clock.rules import RESTS
from kommunalhub.support.clock.rules import RUNS
from kommunalhub.support.clock.rules import SAID
from kommunalhub.support.clock.rules import SOLVED
from kommunalhub.support.clock.rules import URGENCY

import pytest


OFFICE = ((((8 * 60, 16 * 60),),) * 4) + (((8 * 60, 12 * 60),), (), ())
SPLIT = ((((8 * 60, 12 * 60), (13 * 60, 16 * 60)),) * 5) + ((), ())
ALWAYS = (((0, 24 * 60),),) * 7
NIGHTS = (((22 * 60, 24 * 60),),) * 7
FIRST = date(2020, 1, 1)

HUB = ServiceHours(((FIRST, OFFICE),))
LUNCH = ServiceHours(((FIRST, SPLIT),))
ROUND = ServiceHours(((FIRST, ALWAYS),), holidays=False)
LATE = ServiceHours(((FIRST, NIGHTS),))
BRIDGE = ServiceHours(((FIRST, OFFICE),), closed=frozenset({date(2026, 5, 15)}))
CHANGED = ServiceHours(((FIRST, OFFICE), (date(2026, 12, 1), SPLIT)))


def at(text):
    """Return a moment in Berlin: „27.11.2026 9:20“."""
    day, clock = text.split()
    d, m, y = day.split(".")
    hour, minute = clock.split(":")
    return datetime(int(y), int(m), int(d), int(hour), int(minute), tzinfo=BERLIN)


def span(text):
    """Return a length: „4:00“ is four hours."""
    hours, minutes = text.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes))


# From, how much, of which hours: until.
ENDS = [
    # within a day, and at its edges
    (HUB, "30.11.2026 8:00", "4:00", "30.11.2026 12:00"),
    (HUB, "30.11.2026 9:20", "0:00", "30.11.2026 9:20"),
    (HUB, "30.11.2026 8:00", "8:00", "30.11.2026 16:00"),
    (HUB, "30.11.2026 8:00", "8:01", "1.12.2026 8:01"),
    (HUB, "30.11.2026 15:59", "0:01", "30.11.2026 16:00"),
    (HUB, "30.11.2026 16:00", "0:01", "1.12.2026 8:01"),
    (HUB, "30.11.2026 7:59", "0:01", "30.11.2026 8:01"),
    # nights
    (HUB, "30.11.2026 23:30", "1:00", "1.12.2026 9:00"),
    (HUB, "1.12.2026 0:30", "1:00", "1.12.2026 9:00"),
    (HUB, "30.11.2026 14:00", "4:00", "1.12.2026 10:00"),
    # weekends; Friday ends at noon
    (HUB, "27.11.2026 9:20", "4:00", "30.11.2026 9:20"),
    (HUB, "27.11.2026 12:00", "0:30", "30.11.2026 8:30"),
    (HUB, "28.11.2026 10:00", "0:30", "30.11.2026 8:30"),
    (HUB, "29.11.2026 23:59", "8:00", "30.11.2026 16:00"),
    (HUB, "27.11.2026 8:00", "36:00", "3.12.2026 16:00"),
    # public holidays of Schleswig-Holstein
    (HUB, "30.10.2025 15:00", "2:00", "3.11.2025 9:00"),  # Reformationstag, a Friday
    (HUB, "24.12.2026 15:00", "2:00", "28.12.2026 9:00"),  # Christmas
    (HUB, "31.12.2026 15:00", "2:00", "4.1.2027 9:00"),  # New Year, a Friday
    (HUB, "2.4.2026 15:00", "2:00", "7.4.2026 9:00"),  # Easter
    (HUB, "13.5.2026 15:00", "2:00", "15.5.2026 9:00"),  # Ascension
    (HUB, "22.5.2026 11:00", "2:00", "26.5.2026 9:00"),  # Whit Monday
    (HUB, "30.4.2026 15:30", "1:00", "4.5.2026 8:30"),  # Labour Day, a Friday
    (HUB, "1.11.2027 9:00", "1:00", "1.11.2027 10:00"),  # All Saints is none here
    (HUB, "6.1.2026 9:00", "1:00", "6.1.2026 10:00"),  # nor is Epiphany
    # the house's own closing day
    (BRIDGE, "13.5.2026 15:00", "2:00", "18.5.2026 9:00"),
    (BRIDGE, "15.5.2026 9:00", "1:00", "18.5.2026 9:00"),
    # a break at noon
    (LUNCH, "30.11.2026 11:30", "1:00", "30.11.2026 13:30"),
    (LUNCH, "30.11.2026 12:00", "0:00", "30.11.2026 12:00"),
    (LUNCH, "30.11.2026 12:15", "0:15", "30.11.2026 13:15"),
    (LUNCH, "30.11.2026 8:00", "4:00", "30.11.2026 12:00"),
    (LUNCH, "27.11.2026 15:30", "1:00", "30.11.2026 8:30"),
    # round the clock loses no minute, also at midnight
    (ROUND, "30.11.2026 23:30", "1:00", "1.12.2026 0:30"),
    (ROUND, "31.12.2026 23:59", "0:02", "1.1.2027 0:01"),
    (ROUND, "28.11.2026 0:00", "48:00", "30.11.2026 0:00"),
    (LATE, "30.11.2026 23:00", "2:00", "1.12.2026 23:00"),
    # clocks put forward on 28 March 2027 and back on 31 October 2027
    (ROUND, "28.3.2027 0:00", "23:00", "29.3.2027 0:00"),
    (ROUND, "28.3.2027 1:30", "1:00", "28.3.2027 3:30"),
    (ROUND, "31.10.2027 0:00", "25:00", "1.11.2027 0:00"),
    (ROUND, "31.10.2027 1:30", "3:00", "31.10.2027 3:30"),
    (HUB, "25.3.2027 15:00", "2:00", "30.3.2027 9:00"),  # Easter, with the change between
    (HUB, "29.10.2027 11:00", "2:00", "1.11.2027 9:00"),
    # changed hours hold from their day on, what was before stays
    (CHANGED, "30.11.2026 15:00", "6:00", "1.12.2026 14:00"),
    (CHANGED, "1.12.2026 11:30", "1:00", "1.12.2026 13:30"),
    (CHANGED, "30.11.2026 11:30", "1:00", "30.11.2026 12:30"),
]


@pytest.mark.parametrize(("hours", "start", "amount", "end"), ENDS)
def test_service_time_ends(hours, start, amount, end):
    found = hours.after(at(start), span(amount))
    assert found == at(end).astimezone(UTC)
    assert hours.between(at(start), found) == span(amount)


@pytest.mark.parametrize(
    "week",
    [
        OFFICE[:6],
        (((600, 540),), *OFFICE[1:]),
        (((480, 720), (700, 960)), *OFFICE[1:]),
        (((0, 1441),), *OFFICE[1:]),
        (((-1, 60),), *OFFICE[1:]),
    ],
)
def test_hours_that_cannot_be(week):
    with pytest.raises(ValueError, match="week"):
        ServiceHours(((FIRST, week),))


def test_nobody_is_ever_there():
    with pytest.raises(ValueError):
        ServiceHours(((FIRST, ((),) * 7),)).after(at("30.11.2026 8:00"), span("1:00"))


def test_when_somebody_is_there():
    assert HUB.is_open(at("30.11.2026 8:00")) and not HUB.is_open(at("30.11.2026 16:00"))
    assert HUB.opens(at("27.11.2026 12:00")) == at("30.11.2026 8:00")
    assert HUB.opens(at("30.11.2026 9:00")) == at("30.11.2026 9:00")


PROMISE = Promise(reaction=span("1:00"), update=span("4:00"), solution=span("8:00"))


def history(*said):
    """Return events from „opened 27.11.2026 9:20“."""
    found = []
    for line in said:
        kind, _blank, when = line.partition(" ")
        kind, _colon, urgency = kind.partition(":")
        found.append(Event(kind, at(when), urgency or ("normal" if kind == OPENED else "")))
    return found


# What happened, when it is looked at, which goal: how it stands, what is used, until when.
GOALS = [
    # The first word: only support can give it, and nothing stops the time until then.
    (["opened 27.11.2026 9:20"], "27.11.2026 9:40", "reaction", RUNS, "0:20", "27.11.2026 10:20"),
    (["opened 27.11.2026 11:30"], "28.11.2026 9:00", "reaction", RUNS, "0:30", "30.11.2026 8:30"),
    (["opened 27.11.2026 9:20"], "27.11.2026 11:20", "reaction", RUNS, "2:00", "27.11.2026 10:20"),
    (
        ["opened 27.11.2026 9:20", "said 27.11.2026 9:32"],
        "30.11.2026 9:00",
        "reaction",
        KEPT,
        "0:12",
        None,
    ),
    (
        ["opened 27.11.2026 9:20", "said 27.11.2026 10:20"],
        "30.11.2026 9:00",
        "reaction",
        KEPT,
        "1:00",
        None,
    ),
    (
        ["opened 27.11.2026 9:20", "said 27.11.2026 10:21"],
        "30.11.2026 9:00",
        "reaction",
        BROKEN,
        "1:01",
        None,
    ),
    (
        ["opened 27.11.2026 9:20", "heard 27.11.2026 9:30"],
        "27.11.2026 9:40",
        "reaction",
        RUNS,
        "0:20",
        "27.11.2026 10:20",
    ),
    (
        ["opened 28.11.2026 9:20", "said 28.11.2026 9:30"],
        "30.11.2026 9:00",
        "reaction",
        KEPT,
        "0:00",
        None,
    ),  # answered on a Saturday
    (
        ["opened 27.11.2026 9:20", "solved 27.11.2026 9:50"],
        "30.11.2026 9:00",
        "reaction",
        KEPT,
        "0:30",
        None,
    ),
    # The next word; before the first there is none to wait for.
    (["opened 27.11.2026 9:20"], "27.11.2026 9:40", "update", "none", "0:00", None),
    (
        ["opened 27.11.2026 9:00", "said 27.11.2026 9:00"],
        "27.11.2026 11:00",
        "update",
        RUNS,
        "2:00",
        "30.11.2026 9:00",
    ),
    (
        ["opened 30.11.2026 9:00", "said 30.11.2026 9:10", "heard 30.11.2026 10:00"],
        "30.11.2026 11:00",
        "update",
        RUNS,
        "1:00",
        "30.11.2026 14:00",
    ),  # their answer starts it anew
    (
        [
            "opened 30.11.2026 9:00",
            "said 30.11.2026 9:10",
            "heard 30.11.2026 10:00",
            "heard 30.11.2026 12:00",
        ],
        "30.11.2026 13:00",
        "update",
        RUNS,
        "3:00",
        "30.11.2026 14:00",
    ),  # who writes again does not wait longer for it
    (
        ["opened 30.11.2026 9:00", "asked 30.11.2026 9:10"],
        "2.12.2026 9:00",
        "update",
        RESTS,
        "0:00",
        None,
    ),
    (
        ["opened 30.11.2026 9:00", "asked 30.11.2026 9:10", "heard 2.12.2026 9:00"],
        "2.12.2026 10:00",
        "update",
        RUNS,
        "1:00",
        "2.12.2026 13:00",
    ),
    (
        ["opened 30.11.2026 9:00", "said 30.11.2026 9:10", "solved 30.11.2026 10:00"],
        "2.12.2026 10:00",
        "update",
        "none",
        "0:00",
        None,
    ),
    # The solution.
    (["opened 27.11.2026 9:20"], "27.11.2026 11:20", "solution", RUNS, "2:00", "30.11.2026 13:20"),
    (
        ["opened 27.11.2026 9:20", "said 27.11.2026 9:32"],
        "30.11.2026 9:55",
        "solution",
        RUNS,
        "4:35",
        "30.11.2026 13:20",
    ),
    (
        ["opened 30.11.2026 9:00", "asked 30.11.2026 10:00"],
        "2.12.2026 9:00",
        "solution",
        RESTS,
        "1:00",
        None,
    ),
    (
        ["opened 30.11.2026 9:00", "asked 30.11.2026 10:00", "said 30.11.2026 11:00"],
        "2.12.2026 9:00",
        "solution",
        RESTS,
        "1:00",
        None,
    ),  # another word does not make it run
    (
        ["opened 27.11.2026 9:00", "asked 27.11.2026 11:00", "heard 30.11.2026 9:00"],
        "30.11.2026 10:00",
        "solution",
        RUNS,
        "3:00",
        "30.11.2026 15:00",
    ),  # the pause over a weekend
    (
        ["opened 27.11.2026 9:00", "asked 27.11.2026 11:00", "heard 29.11.2026 9:00"],
        "30.11.2026 10:00",
        "solution",
        RUNS,
        "4:00",
        "30.11.2026 14:00",
    ),  # answered on a Sunday, goes on on Monday
    (
        [
            "opened 30.11.2026 8:00",
            "asked 30.11.2026 9:00",
            "heard 30.11.2026 10:00",
            "asked 30.11.2026 11:00",
            "heard 30.11.2026 12:00",
        ],
        "30.11.2026 13:00",
        "solution",
        RUNS,
        "3:00",
        "1.12.2026 10:00",
    ),
    (
        ["opened 30.11.2026 8:00", "solved 30.11.2026 16:00"],
        "3.12.2026 9:00",
        "solution",
        KEPT,
        "8:00",
        None,
    ),
    (
        ["opened 30.11.2026 8:00", "solved 1.12.2026 8:01"],
        "3.12.2026 9:00",
        "solution",
        BROKEN,
        "8:01",
        None,
    ),
    (
        ["opened 30.11.2026 8:00", "asked 30.11.2026 9:00", "solved 3.12.2026 9:00"],
        "4.12.2026 9:00",
        "solution",
        KEPT,
        "1:00",
        None,
    ),  # solved while it waited
    (
        ["opened 30.11.2026 8:00", "solved 30.11.2026 9:00", "closed 4.12.2026 9:00"],
        "7.12.2026 9:00",
        "solution",
        KEPT,
        "1:00",
        None,
    ),
    (
        ["opened 30.11.2026 8:00", "closed 30.11.2026 9:00"],
        "7.12.2026 9:00",
        "solution",
        KEPT,
        "1:00",
        None,
    ),
    # Opened again: it goes on with what was left, at least with the time of a first word.
    (
        ["opened 30.11.2026 8:00", "solved 30.11.2026 9:00", "reopened 2.12.2026 8:00"],
        "2.12.2026 9:00",
        "solution",
        RUNS,
        "2:00",
        "2.12.2026 15:00",
    ),
    (
        ["opened 30.11.2026 8:00", "solved 30.11.2026 15:50", "reopened 2.12.2026 8:00"],
        "2.12.2026 8:10",
        "solution",
        RUNS,
        "8:00",
        "2.12.2026 9:00",
    ),
    (
        ["opened 30.11.2026 8:00", "solved 2.12.2026 9:00", "reopened 2.12.2026 10:00"],
        "2.12.2026 10:30",
        "solution",
        RUNS,
        "17:30",
        "2.12.2026 11:00",
    ),
    (
        [
            "opened 30.11.2026 8:00",
            "solved 30.11.2026 9:00",
            "closed 1.12.2026 9:00",
            "reopened 2.12.2026 8:00",
            "asked 2.12.2026 8:30",
        ],
        "3.12.2026 9:00",
        "solution",
        RESTS,
        "1:30",
        None,
    ),
    (
        ["opened 30.11.2026 8:00", "solved 30.11.2026 9:00", "heard 30.11.2026 10:00"],
        "3.12.2026 9:00",
        "solution",
        KEPT,
        "1:00",
        None,
    ),  # thanks are no re-opening
    # A word of the person before support has said anything does not start anything.
    (
        ["opened 30.11.2026 8:00", "heard 30.11.2026 9:00"],
        "30.11.2026 10:00",
        "update",
        "none",
        "0:00",
        None,
    ),
    # An overrun that began before a pause is told from its own moment on.
    (
        ["opened 30.11.2026 8:00", "asked 1.12.2026 9:00", "heard 3.12.2026 9:00"],
        "3.12.2026 10:00",
        "solution",
        RUNS,
        "10:00",
        "30.11.2026 16:00",
    ),
]


@pytest.mark.parametrize(("said", "now", "name", "state", "used", "due"), GOALS)
def test_how_a_promise_stands(said, now, name, state, used, due):
    goal = rules.goals_of(history(*said), PROMISE, HUB, at(now))[name]
    assert (goal.state, goal.used) == (state, span(used))
    assert goal.due == (at(due).astimezone(UTC) if due else None)


def test_all_promises_run_side_by_side():
    said = history("opened 30.11.2026 8:00", "said 30.11.2026 8:10")
    goals = rules.goals_of(said, PROMISE, HUB, at("30.11.2026 9:00"))
    assert {name: goal.state for name, goal in goals.items()} == {
        "reaction": KEPT,
        "update": RUNS,
        "solution": RUNS,
    }
    assert rules.due_of(goals) == at("30.11.2026 12:10").astimezone(UTC)


def test_more_urgent_counts_from_the_report_and_keeps_the_pauses():
    said = history(
        "opened 30.11.2026 8:00",
        "asked 30.11.2026 9:00",
        "heard 30.11.2026 12:00",
        "urgency:stuck 30.11.2026 12:30",
    )
    assert rules.urgency_of(said) == "stuck"
    goal = rules.goals_of(said, Promise(solution=span("2:00")), HUB, at("30.11.2026 12:30"))
    assert goal["solution"].due == at("30.11.2026 13:00").astimezone(UTC)
    assert goal["solution"].left == span("0:30")
    assert goal["reaction"].state == "none"


@pytest.mark.parametrize(
    "said",
    [
        [],
        ["said 30.11.2026 8:00"],
        ["opened 30.11.2026 8:00", "said 30.11.2026 7:00"],
        ["opened 30.11.2026 8:00", "opened 30.11.2026 9:00"],
    ],
)
def test_what_cannot_have_happened(said):
    with pytest.raises(rules.BadHistory):
        rules.goals_of(history(*said), PROMISE, HUB, at("30.11.2026 9:00"))


def test_the_story_of_the_clock():
    said = history("opened 27.11.2026 9:20", "asked 30.11.2026 9:00", "heard 30.11.2026 11:00")
    found = story.story_of(said, HUB, at("30.11.2026 12:00"))
    assert [(one.start, one.why, one.counted) for one in found] == [
        (at("27.11.2026 9:20"), "service", span("2:40")),
        (at("27.11.2026 12:00"), "outside", span("0:00")),
        (at("30.11.2026 8:00"), "service", span("1:00")),
        (at("30.11.2026 9:00"), "waiting", span("0:00")),
        (at("30.11.2026 11:00"), "service", span("1:00")),
    ]
    assert [one.counts for one in found] == [True, False, True, False, True]


# What must hold for any history.

START = at("1.10.2026 8:00")
#: What may follow what, as the workflow lets it.
NEXT = {
    OPENED: (SAID, ASKED_BACK, HEARD, SOLVED, URGENCY),
    SAID: (SAID, ASKED_BACK, HEARD, SOLVED, URGENCY),
    URGENCY: (SAID, ASKED_BACK, HEARD, SOLVED),
    ASKED_BACK: (SAID, HEARD, SOLVED),
    HEARD: (SAID, ASKED_BACK, HEARD, SOLVED),
    SOLVED: (REOPENED, CLOSED),
    CLOSED: (REOPENED,),
    REOPENED: (SAID, ASKED_BACK, SOLVED),
}


@st.composite
def histories(draw):
    events = [Event(OPENED, START, "normal")]
    for minutes in draw(st.lists(st.integers(0, 3000), max_size=8)):
        kind = draw(st.sampled_from(NEXT[events[-1].kind]))
        when = events[-1].when + timedelta(minutes=minutes)
        events.append(Event(kind, when, "stuck" if kind == URGENCY else ""))
    return events


hours_of_houses = st.sampled_from([HUB, LUNCH, ROUND, LATE, BRIDGE, CHANGED])


@given(histories(), hours_of_houses, st.integers(0, 5000))
def test_due_is_where_what_was_promised_is_used_up(events, hours, later):
    now = events[-1].when + timedelta(minutes=later)
    for goal in rules.goals_of(events, PROMISE, hours, now).values():
        if goal.due is not None:
            assert (goal.due <= now) == (goal.used >= goal.promised)
        assert goal.used >= timedelta(0)


@given(histories(), hours_of_houses, st.integers(0, 5000))
def test_the_story_tells_what_is_used(events, hours, later):
    now = events[-1].when + timedelta(minutes=later)
    told = story.story_of(events, hours, now)
    used = rules.goals_of(events, PROMISE, hours, now)["solution"].used
    assert sum((one.counted for one in told), timedelta(0)) == used
    assert all(one.end == other.start for one, other in pairwise(told))
    if told:
        assert told[0].start == events[0].when


@given(histories(), hours_of_houses, st.integers(0, 3000), st.integers(0, 3000))
def test_time_never_runs_back_and_due_times_stay(events, hours, first, more):
    now = events[-1].when + timedelta(minutes=first)
    before = rules.goals_of(events, PROMISE, hours, now)
    after = rules.goals_of(events, PROMISE, hours, now + timedelta(minutes=more))
    for name in rules.GOALS:
        assert after[name].used >= before[name].used
        assert after[name].due == before[name].due


@given(hours_of_houses, st.integers(0, 60000), st.integers(0, 6000), st.integers(0, 6000))
def test_service_time_adds_up(hours, offset, first, second):
    start = START + timedelta(minutes=offset)
    middle = start + timedelta(minutes=first)
    end = middle + timedelta(minutes=second)
    assert hours.between(start, middle) + hours.between(middle, end) == hours.between(start, end)
    assert hours.between(start, end) <= end - start
