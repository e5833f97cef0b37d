"""Reminders: once, some hours before, and not to who has just booked."""

from datetime import timedelta
from kommunalhub.booking import operations
from kommunalhub.booking.reminding import Reminders
from kommunalhub.core import formatting
from kommunalhub.notices.operations import ensure_store
from plone import api

import pytest


DAY = timedelta(hours=24)


@pytest.fixture
def booked(portal, house):
    api.portal.set_registry_record("plone.smtp_host", "localhost")
    api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
    desk = house.add_space(portal)
    with house.As("mia"):
        return desk, operations.book(desk, *house.at(9, 12, 4), "Klausur")


def reminders():
    outbox = ensure_store(api.portal.get()).outbox
    return [m.letter for m in outbox.mails.values() if m.letter.subject.startswith("Erinnerung")]


def tick(moment, monkeypatch):
    monkeypatch.setattr(formatting, "now", lambda: moment)
    job = Reminders()
    for key in job.due(moment):
        job.do(key, moment)
        job.do(key, moment)


def test_once_a_day_before(booked, house, monkeypatch):
    desk, made = booked
    tick(made.start - DAY - timedelta(minutes=1), monkeypatch)
    assert reminders() == []
    for hours in (24, 23, 1):
        tick(made.start - timedelta(hours=hours), monkeypatch)
        [letter] = reminders()
        assert (letter.recipient, letter.calendar) == ("mia@example.org", "")
    kept = operations.get(desk, made.id)
    assert (kept.sequence, kept.reminded) == (made.sequence, True)


def test_what_moves_to_later_is_told_again(booked, house, monkeypatch):
    desk, made = booked
    later = house.at(9, 12, 6)
    tick(made.start - DAY, monkeypatch)
    with house.As("mia"):
        operations.change(desk, made.id, *later)
    tick(later[0] - timedelta(hours=2), monkeypatch)
    assert len(reminders()) == 2


def test_nobody_is_told_of_what_is_gone_or_was_just_booked_or_never(booked, house, monkeypatch):
    desk, made = booked
    late = house.at(14, 15, 4)
    with house.As("mia"):
        operations.cancel(desk, made.id)
        monkeypatch.setattr(formatting, "now", lambda: made.start - timedelta(hours=2))
        operations.book(desk, *late)
    tick(made.start - timedelta(hours=1), monkeypatch)
    assert reminders() == []
    api.portal.set_registry_record("kommunalhub.booking_reminder_hours", 0)
    assert Reminders().due(formatting.now()) == []
