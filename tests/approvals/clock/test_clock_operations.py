"""The clock of real cases: decided on, paused, reminded of, moved."""

from Acquisition import aq_parent
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunalhub.approvals.clock import forecast
from kommunalhub.approvals.clock import operations
from kommunalhub.approvals.clock import settings
from kommunalhub.approvals.clock.deadlines import BERLIN
from kommunalhub.approvals.clock.jobs import Reminders
from kommunalhub.approvals.clock.jobs import ServiceTimes
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core import formatting
from plone import api

import pytest


MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)
reminders, service_times = Reminders(), ServiceTimes()


@pytest.fixture
def clock(monkeypatch):
    """Return a function that sets the time: `clock(MONDAY, days=3)`."""

    def clock(moment, **later):
        monkeypatch.setattr(formatting, "now", lambda: moment + timedelta(**later))
        return moment + timedelta(**later)

    clock(MONDAY)
    return clock


@pytest.fixture
def case(portal, travel, clock):
    """A travel request of Malente, submitted on a Monday, with a service time of three days."""
    return travel(portal, state="submitted")


def due_day(case):
    return case.due.astimezone(BERLIN).date() if case.due else None


def indexed(case, name):
    catalog = api.portal.get_tool("portal_catalog")
    [brain] = catalog.unrestrictedSearchResults(UID=case.UID())
    return catalog.getIndexDataForRID(brain.getRID())[name]


def path(case):
    return "/".join(case.getPhysicalPath())


def sent(case):
    return [entry["action"] for entry in IJournal(case) if entry["kind"] == "reminder"]


def decide(case, acting, name, transition, comment="Bitte ergänzen."):
    with acting(name):
        api.portal.get_tool("portal_workflow").doActionFor(case, transition, comment=comment)


def test_each_state_has_its_term(case, acting, clock):
    assert due_day(case) == date(2026, 11, 5)
    clock(MONDAY, days=1)
    decide(case, acting, "malente-pruefung", "return")
    assert due_day(case) == date(2026, 11, 17)
    clock(MONDAY, days=14)
    decide(case, acting, "malente-redaktion", "submit")
    assert due_day(case) == date(2026, 11, 18)  # two of three days were left
    decide(case, acting, "malente-pruefung", "approve")
    assert case.due is None
    assert not indexed(case, "remind_at")


def test_closing_days_of_the_administration_do_not_count(portal, travel, clock):
    settings.set_closing_notes({"malente": {date(2026, 11, 4): "Betriebsausflug"}, "lensahn": {}})
    case = travel(portal, state="submitted")
    assert due_day(case) == date(2026, 11, 6)


def test_a_paused_case_is_not_due(case, clock):
    clock(MONDAY, days=1)
    operations.pause(case, "question")
    assert case.due is None
    assert operations.is_paused(case)
    assert operations.left_of(case) == 2
    assert reminders.due(clock(MONDAY, days=30)) == []
    operations.pause(case, "another question")
    assert operations.left_of(case) == 2
    operations.resume(case)
    assert due_day(case) == date(2026, 12, 4)
    operations.resume(case)
    assert due_day(case) == date(2026, 12, 4)
    assert formatting.due_text(case.due, formatting.now())[0].mapping == {"n": 2}


def test_a_decision_ends_the_pause(case, acting, clock):
    operations.pause(case, "question")
    decide(case, acting, "malente-pruefung", "return")
    assert due_day(case) == date(2026, 11, 16)
    operations.resume(case)
    assert due_day(case) == date(2026, 11, 16)


def test_reminders_go_out_once_each(case, clock):
    assert reminders.due(clock(MONDAY, days=1)) == []
    moments = {
        "before": clock(MONDAY, days=2),
        "after": clock(MONDAY, days=4),
        "escalated": clock(MONDAY, days=8),
    }
    expected = []
    for kind, now in moments.items():
        clock(now)
        assert reminders.due(now) == [path(case)]
        reminders.do(path(case), now)
        expected.append(kind)
        assert sent(case) == expected
        assert reminders.due(now) == []
        reminders.do(path(case), now)
        assert sent(case) == expected
    assert reminders.due(clock(MONDAY, days=400)) == []
    assert IJournal(case).verify() is None
    last = list(IJournal(case))[-1]
    assert (last["actor"], last["kind"]) == ("system", "reminder")


def test_missed_nights_are_caught_up(case, clock):
    now = clock(MONDAY, days=60)
    reminders.do(reminders.due(now)[0], now)
    assert sent(case) == ["after", "escalated"]


def test_a_decision_takes_the_reminder_away(case, acting, clock):
    now = clock(MONDAY, days=4)
    [key] = reminders.due(now)
    decide(case, acting, "malente-pruefung", "approve")
    reminders.do(key, now)
    assert sent(case) == []


def test_a_key_of_a_moved_case_is_nothing(portal, case, clock):
    now = clock(MONDAY, days=4)
    for gone in ("malente/t-2020-001", f"malente/malente/{case.getId()}"):
        reminders.do("/".join((*portal.getPhysicalPath(), gone)), now)
    assert sent(case) == []


def test_a_copy_has_no_clock_of_its_original(portal, case, clock):
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(case, portal.malente)
    assert copy.due is None
    assert operations.clock_of(copy).sent == ()


def test_a_case_from_before_there_were_clocks(case, clock):
    del case.clock
    assert due_day(case) == date(2026, 11, 5)
    clock(MONDAY, days=1)
    assert operations.left_of(case) == 2
    settings.set_service_days({("TravelRequest", "submitted"): 6})
    operations.recompute(case, formatting.now())
    assert due_day(case) == date(2026, 11, 10)


def test_the_page_counts_working_days_of_the_administration(portal, case, clock):
    settings.set_closing_notes({"malente": {date(2026, 11, 4): ""}})
    text, look = formatting.due_text(case.due, formatting.now(), operations.closed_of(case))
    assert text.mapping == {"n": 2}


def test_closing_days_are_read_once_for_all_rows_of_a_list(portal, case, clock):
    settings.set_closing_notes({"malente": {date(2026, 11, 4): "Inventur"}})
    settings._read.cache_clear()
    settings._days.cache_clear()
    for _row in range(50):
        assert settings.closed_for("malente") == {date(2026, 11, 4)}
    assert settings._read.cache_info().misses == 1
    settings.closing_notes()["malente"].clear()  # what is handed out is the asker's own
    assert settings.closed_for("malente") == {date(2026, 11, 4)}
    settings.set_closing_notes({"lensahn": {date(2026, 11, 5): ""}})
    assert settings.closed_for("malente") == frozenset()
    assert settings.closed_for("lensahn") == {date(2026, 11, 5)}


def run(job, now, failing=()):
    """Do what is due as the runner does, but for some keys; return the keys."""
    keys = job.due(now)
    for key in keys:
        if key not in failing:
            job.do(key, now)
    if keys and hasattr(job, "settle"):
        job.settle(list(failing), now)
    return keys


@pytest.fixture
def release(monkeypatch):
    """Return a function that brings a release in which a travel request has more days."""

    def release(days):
        process = settings.process_of("TravelRequest")
        steps = {**process.steps, "submitted": replace(process.step("submitted"), days=days)}
        changed = replace(process, steps=steps)
        monkeypatch.setattr(
            settings, "process_of", lambda name: changed if name == "TravelRequest" else None
        )
        monkeypatch.setattr(settings, "case_types", lambda: ["TravelRequest"])

    return release


def test_new_service_times_of_a_release_reach_open_cases(portal, case, release):
    run(service_times, MONDAY)
    assert (service_times.due(MONDAY), due_day(case)) == ([], date(2026, 11, 5))
    release(days=5)
    assert path(case) in run(service_times, MONDAY)
    assert (service_times.due(MONDAY), due_day(case)) == ([], date(2026, 11, 9))


def test_a_case_that_failed_is_tried_again_with_every_tick(portal, case, travel, release):
    other = travel(portal, state="submitted")
    run(service_times, MONDAY)
    release(days=5)
    run(service_times, MONDAY, failing=[path(case)])
    assert (due_day(case), due_day(other)) == (date(2026, 11, 5), date(2026, 11, 9))
    for _tick in range(2):
        assert run(service_times, MONDAY, failing=[path(case)])[:-1] == [path(case)]
    assert run(service_times, MONDAY)[:-1] == [path(case)]
    assert (service_times.due(MONDAY), due_day(case)) == ([], date(2026, 11, 9))


def test_a_case_that_failed_is_gone_or_overtaken_by_the_next_release(portal, case, travel, release):
    other = travel(portal, state="submitted")
    run(service_times, MONDAY)
    release(days=5)
    run(service_times, MONDAY, failing=[path(case), path(other)])
    release(days=4)
    aq_parent(other)._delObject(other.getId())
    assert path(case) in run(service_times, MONDAY)
    assert (service_times.due(MONDAY), due_day(case)) == ([], date(2026, 11, 6))


def test_settings_saved_between_a_release_and_the_tick_pass_no_case_by(portal, case, release):
    run(service_times, MONDAY)
    release(days=5)
    plan = replace(forecast.present(), notes={"malente": {date(2026, 12, 23): "Inventur"}})
    assert forecast.effect(plan)["moved"] == 1
    assert forecast.put_in_force(plan) == 1
    assert (service_times.due(MONDAY), due_day(case)) == ([], date(2026, 11, 9))


def test_what_the_management_has_set_is_no_new_release(portal, case, clock):
    run(service_times, MONDAY)
    present = forecast.present()
    days = {**present.days, ("TravelRequest", "submitted"): 4}
    assert forecast.put_in_force(replace(present, days=days)) == 1
    assert service_times.due(MONDAY) == []
