"""Reports of a month: filled in, kept as they were written, reminded of once."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.core import formatting
from kommunalhub.partners.operations import update_partner
from kommunalhub.projects import months as calendar
from kommunalhub.projects.book import operations as book
from kommunalhub.projects.book import storage
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.reports import exports
from kommunalhub.projects.reports import operations as reports
from kommunalhub.projects.reports import paper
from kommunalhub.projects.reports import prefill
from kommunalhub.projects.reports import restapi
from kommunalhub.projects.reports import rules
from kommunalhub.projects.reports.jobs import ReportReminders
from zope.component import getMultiAdapter
from zope.globalrequest import getRequest

import pytest


days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(days, days, st.integers(1, 28), st.data())
def test_what_is_missing_was_due_and_is_not_written(start, today, due_day, data):
    known = calendar.months(start, today)
    written = data.draw(st.sets(st.sampled_from(known)) if known else st.just(set()))
    missing = calendar.missing(written, start, today, due_day)
    assert not set(missing) & written
    assert set(missing) <= set(known)
    assert all(calendar.after(month).replace(day=due_day) <= today for month in missing)
    assert list(missing) == sorted(missing)


@given(days)
def test_every_day_lies_in_its_month(day):
    month = calendar.month_of(day)
    assert calendar.within(day, month)
    assert not calendar.within(calendar.after(month), month)


def values(project, month, **changed):
    return {"standing": "on_plan", **prefill.values_of(project, month), **changed}


def test_it_is_filled_in_with_what_has_happened(running, hub):
    month = calendar.month_of(hub.today())
    with hub.As("lena"):
        book.report_done(running, "milestone", 1, hub.today())
    found = prefill.values_of(running, month)
    assert "Erreicht: Bänke stehen" in found["happened"]
    assert found["standing"] == "on_plan"


def test_what_moved_or_is_late_is_seen_in_how_it_stands(running, hub):
    month = calendar.month_of(hub.today())
    (row,) = storage.book_of(running).rows("milestone")
    moved = {**row, "planned": hub.in_days(90), "why": "Das Holz fehlt."}
    with hub.As("moni"):
        book.change(running, "milestone", 1, moved)
    assert prefill.values_of(running, month)["standing"] == "deviates"
    late = {**row, "planned": hub.today() - timedelta(days=1)}
    for milestones, expected in (([row], "on_plan"), ([row, late], "deviates")):
        assert rules.standing({"moved": []}, milestones, hub.today()) == expected


def test_history_is_never_overwritten(running, hub):
    month = calendar.month_of(hub.today())
    with hub.As("moni"):
        first = reports.write(running, month, values(running, month))
        assert reports.write(running, month, values(running, month)) == first
        reports.write(running, month, values(running, month, happened="Neu gefasst"))
    versions = reports.reports(running)[month]
    assert [one["happened"] for one in versions] == [first["happened"], "Neu gefasst"]
    assert paper.printed(running, month, versions[-1]).startswith(b"%PDF")
    with hub.As("moni"), pytest.raises(Wrong):
        reports.write(running, "2019-01", values(running, month))


def told(project, hub, month):
    """Return what each channel says of the report of a month."""
    versions = reports.reports(project)[month]
    with hub.As("lars"):
        page = getMultiAdapter((project, getRequest()), name="project-reports")()
    return {
        "page": page,
        "PDF": paper.data_of(project, month, versions[-1]),
        "XLSX": exports.sheets({month: versions}),
        "REST": restapi.as_item(month, versions),
    }


@pytest.fixture
def reported(running, hub):
    """Return (project, month, what all channels said when its report was written)."""
    month = calendar.month_of(hub.today())
    with hub.As("moni"):
        book.add(running, "milestone", hub.milestone("Schilder stehen", 90))
        book.add(running, "milestone", hub.milestone("Holz liegt bereit", 5))
        reports.write(running, month, values(running, month))
    return running, month, told(running, hub, month)


def rename(project, hub):
    row = storage.book_of(project).row("milestone", 1)
    book.change(project, "milestone", 1, {**row, "title": "Umbenannt", "why": ""})


def move(project, hub):
    row = storage.book_of(project).row("milestone", 1)
    moved = {**row, "planned": hub.in_days(99), "why": "Das Holz fehlt."}
    book.change(project, "milestone", 1, moved)


def reach(project, hub):
    book.report_done(project, "milestone", 3, hub.today())


def drop(project, hub):
    book.drop(project, "milestone", 2, "Nicht mehr nötig.")


def add(project, hub):
    book.add(project, "milestone", hub.milestone("Umbenannt", 7))


def join(project, hub):
    project.partners = {"malente", "lensahn", "oldenburg"}
    project.reindexObject()


def lead(project, hub):
    project.partner = "lensahn"
    project.reindexObject()


def call_otherwise(project, hub):
    project.title = project.description = "Umbenannt"
    update_partner("lensahn", short_title="Umbenannt")


@pytest.mark.parametrize(
    "change",
    [rename, move, reach, drop, add, join, lead, call_otherwise],
    ids=lambda one: one.__name__,
)
def test_a_report_says_for_ever_what_it_said_when_it_was_written(reported, hub, change):
    project, month, before = reported
    with hub.As("moni"):
        change(project, hub)
        now = reports.figures(project)
    (kept,) = reports.reports(project)[month]
    assert {name: kept[name] for name in now} != now  # something has changed
    after = told(project, hub, month)
    for channel, said in before.items():
        assert after[channel] == said, channel
        assert "Bänke stehen" in str(said) and "Malente" in str(said), channel
        assert "Umbenannt" not in str(after[channel]), channel


def test_time_alone_makes_nothing_late_in_a_report(reported, hub, monkeypatch):
    project, month, before = reported
    later = formatting.now() + timedelta(days=400)
    monkeypatch.setattr(formatting, "now", lambda: later)
    after = told(project, hub, month)
    assert {one: after[one] for one in ("PDF", "XLSX", "REST")} == {
        one: before[one] for one in ("PDF", "XLSX", "REST")
    }
    assert "überfällig" not in str(after["PDF"])


def test_written_anew_it_keeps_both_days(reported, hub):
    project, month, _before = reported
    with hub.As("moni"):
        rename(project, hub)
        reports.write(project, month, values(project, month, happened="Neu gefasst"))
    first, second = reports.reports(project)[month]
    titles = [[one["title"] for one in kept["milestones"]] for kept in (first, second)]
    assert "Bänke stehen" in titles[0] and "Umbenannt" not in titles[0]
    assert "Umbenannt" in titles[1]


def test_what_a_report_keeps_names_no_person_and_no_reason(running, hub):
    month = calendar.month_of(hub.today())
    with hub.As("moni"):
        move(running, hub)
        kept = reports.write(running, month, values(running, month, happened="Alles gut"))
    assert "Holz" not in str(kept["milestones"]) and "moni" not in str(kept["milestones"])


def test_a_report_from_before_shows_no_plan_of_today(reported, hub):
    project, month, _before = reported
    (kept,) = reports.reports(project)[month]
    old = {name: kept[name] for name in kept if name not in ("milestones", "partners")}
    storage.ensured_book(project).reports = {month: (old,)}
    for channel, said in told(project, hub, month).items():
        assert "Bänke stehen" not in str(said) and "Lensahn" not in str(said), channel


def test_a_missing_report_is_reminded_of_once(running, hub):
    running.start = hub.today() - timedelta(days=70)
    running.reindexObject()
    job, now = ReportReminders(), formatting.now()
    month = calendar.missing((), running.start, hub.today(), 10)[-1]
    assert job.due(now) == [f"{running.UID()} {month}"]
    job.do(job.due(now)[0], now)
    assert job.due(now) == []
