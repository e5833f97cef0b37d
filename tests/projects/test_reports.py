"""Reports of a month: filled in, kept as they were written, reminded of once."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.core import formatting
from kommunalhub.projects.book import operations as book
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.reports import operations as reports
from kommunalhub.projects.reports import paper
from kommunalhub.projects.reports import prefill
from kommunalhub.projects.reports import rules
from kommunalhub.projects.reports.jobs import ReportReminders

import pytest


days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(days, days, st.integers(1, 28), st.data())
def test_what_is_missing_was_due_and_is_not_written(start, today, due_day, data):
    known = rules.months(start, today)
    written = data.draw(st.sets(st.sampled_from(known)) if known else st.just(set()))
    missing = rules.missing(written, start, today, due_day)
    assert not set(missing) & written
    assert set(missing) <= set(known)
    assert all(rules.after(month).replace(day=due_day) <= today for month in missing)
    assert list(missing) == sorted(missing)


@given(days)
def test_every_day_lies_in_its_month(day):
    month = rules.month_of(day)
    assert rules.within(day, month)
    assert not rules.within(rules.after(month), month)


def values(project, month, **changed):
    return {"standing": "on_plan", **prefill.values_of(project, month), **changed}


def test_it_is_filled_in_with_what_has_happened(running, hub):
    month = rules.month_of(hub.today())
    with hub.As("lena"):
        book.report_done(running, "milestone", 1, hub.today())
    found = prefill.values_of(running, month)
    assert "Erreicht: Bänke stehen" in found["happened"]


def test_history_is_never_overwritten(running, hub):
    month = rules.month_of(hub.today())
    with hub.As("moni"):
        first = reports.write(running, month, values(running, month))
        assert reports.write(running, month, values(running, month)) == first
        reports.write(running, month, values(running, month, happened="Neu gefasst"))
    versions = reports.reports(running)[month]
    assert [one["happened"] for one in versions] == [first["happened"], "Neu gefasst"]
    assert paper.printed(running, month, versions[-1]).startswith(b"%PDF")
    with hub.As("moni"), pytest.raises(Wrong):
        reports.write(running, "2019-01", values(running, month))


def test_a_missing_report_is_reminded_of_once(running, hub):
    running.start = hub.today() - timedelta(days=70)
    running.reindexObject()
    job, now = ReportReminders(), formatting.now()
    month = rules.missing((), running.start, hub.today(), 10)[-1]
    assert job.due(now) == [f"{running.UID()} {month}"]
    job.do(job.due(now)[0], now)
    assert job.due(now) == []
