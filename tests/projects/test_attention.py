"""A project waits for its lead when something is due, and not all the time."""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.approvals.lists.queries import inbox_brains
from kommunalhub.core import formatting
from kommunalhub.projects import attention
from kommunalhub.projects.book import operations as book
from kommunalhub.projects.jobs import ProjectsUpToLead

import pytest


TODAY = date(2026, 11, 18)


def facts(*rows, tasks=(), start=TODAY, reports=()):
    """Return facts of a project of Malente; rows: (days from today, partner)."""
    made = [
        [
            {"open": True, "planned": (TODAY + timedelta(days=days)).isoformat(), "partner": who}
            for days, who in found
        ]
        for found in (rows, tasks)
    ]
    found = {"partners": ("malente", "lensahn"), "start": start.isoformat(), "reports": reports}
    return {**found, "milestones": made[0], "tasks": made[1]}


@pytest.mark.parametrize(
    ("found", "is_up"),
    [
        (facts((8, "malente")), False),
        (facts((7, "malente")), True),
        (facts((0, "lensahn")), False),
        (facts((-1, "lensahn")), True),
        (facts((90, "lensahn"), tasks=((3, "malente"),)), True),
        (facts(), True),
        (facts((90, "malente"), start=date(2026, 10, 2)), True),
        (facts((90, "malente"), start=date(2026, 10, 2), reports=("2026-10",)), False),
        (facts((90, "malente"), start=date(2026, 8, 2), reports=("2026-10",)), False),
        (facts((90, "malente"), start=date(2026, 8, 2), reports=("2026-09",)), True),
    ],
)
def test_what_is_due_is_up_to_the_lead(found, is_up):
    assert attention.is_up_to_lead(found, TODAY, 10) == is_up


@given(st.integers(-400, 400), st.booleans())
def test_what_was_due_stays_due(days, is_own):
    row = {"planned": (TODAY + timedelta(days=days)).isoformat()}
    if attention.is_due(row, is_own, TODAY):
        assert attention.is_due(row, is_own, TODAY + timedelta(days=1))
        assert attention.is_due(row, True, TODAY)


def waiting(hub, who):
    with hub.As(who):
        return [brain.Title for brain in inbox_brains()]


def test_the_inbox_of_the_lead_has_it_from_that_day_on(running, hub):
    assert waiting(hub, "moni") == []
    job, day = ProjectsUpToLead(), formatting.now()
    assert job.due(day) == []
    later = datetime.combine(hub.in_days(61), time(9), tzinfo=formatting.BERLIN)
    assert job.due(later) == [running.UID()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(formatting, "now", lambda: later)
        job.do(running.UID(), later)
        job.do(running.UID(), later)
        assert waiting(hub, "moni") == ["Mitfahrbank"]
        assert job.due(later) == []


def test_it_leaves_once_all_is_done(running, hub):
    with hub.As("moni"):
        book.add(running, "task", hub.milestone("Holz bestellen", 2, partner="malente"))
        assert waiting(hub, "moni") == ["Mitfahrbank"]
        book.report_done(running, "task", 1, hub.today())
    assert waiting(hub, "moni") == []
