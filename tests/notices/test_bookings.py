"""What people hear of their bookings, and what their calendar makes of it."""

from datetime import timedelta
from icalendar import Calendar
from kommunalhub.booking import operations
from kommunalhub.booking import rules
from kommunalhub.booking.interfaces import ISpaceFolder
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.notices.box import box_of
from kommunalhub.notices.box import ensure_box
from kommunalhub.notices.listing import rows_of
from kommunalhub.notices.operations import ensure_store
from kommunalhub.notices.smtp import message_of
from kommunalhub.notices.smtp import Settings
from plone import api
from plone.dexterity.utils import createContentInContainer
from zope.i18n import translate
from zope.interface import alsoProvides

import pytest


PASSWORD = "Ein-langes-Kennwort-2026"
PEOPLE = {"mia": "malente-staff", "max": "malente-staff", "hilde": "hub-managers"}
SETTINGS = Settings("localhost", 25, None, None, "hub@example.org", "Digitaler Hub")


@pytest.fixture
def desk(integration):
    portal = integration["portal"]
    api.portal.set_registry_record("plone.smtp_host", "localhost")
    api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
    api.portal.set_registry_record("plone.email_from_name", "Digitaler Hub")
    with api.env.adopt_roles(["Manager"]):
        for name, group in PEOPLE.items():
            email, fullname = f"{name}@example.org", {"fullname": name.capitalize()}
            api.user.create(username=name, email=email, password=PASSWORD, properties=fullname)
            api.group.add_user(groupname=group, username=name)
    with as_builder(portal):
        folder = api.content.create(portal, "Folder", "haus", title="Haus")
        alsoProvides(folder, ISpaceFolder)
        space = createContentInContainer(folder, "Space", title="Schreibtisch 1", kind="desk")
        api.content.transition(space, to_state="public")
    return space


def at(first, last):
    day = rules.to_local(formatting.now()).date() + timedelta(days=1)
    while day.weekday() > 4 or rules.is_holiday(day):
        day += timedelta(days=1)
    span = rules.span_of(day, 60 * first, 60 * last)
    return span.start, span.end


def letters():
    outbox = ensure_store(api.portal.get()).outbox
    return [mail.letter for _id, mail in sorted(outbox.mails.items(), key=lambda m: m[1].created)]


def event_in(letter):
    [event] = Calendar.from_ical(letter.calendar).walk("VEVENT")
    return event


def bell(name):
    box = box_of(api.portal.get(), name)
    with api.env.adopt_user(username=name):
        rows = rows_of(api.portal.get(), list(box.newest())) if box is not None else []
    return [translate(row["text"], target_language="de") for row in rows]


def test_one_calendar_entry_lives_through_all_changes(desk):
    with api.env.adopt_user(username="mia"):
        made = operations.book(desk, *at(9, 12), purpose="Klausur")
        operations.change(desk, made.id, *at(10, 13))
        operations.cancel(desk, made.id)
    first, second, third = map(event_in, letters())
    assert {event["uid"] for event in (first, second, third)} == {f"{made.id}@example.org"}
    assert [event["sequence"] for event in (first, second, third)] == [0, 1, 2]
    assert [letter.method for letter in letters()] == ["REQUEST", "REQUEST", "CANCEL"]
    assert [str(e["status"]) for e in (first, third)] == ["CONFIRMED", "CANCELLED"]
    assert (first.decoded("dtstart"), first.decoded("dtend")) == at(9, 12)
    assert str(first["summary"]) == "Schreibtisch 1: Klausur"
    assert str(second["attendee"]) == "MAILTO:mia@example.org"
    assert bell("mia") == []  # she has done it herself


def test_both_hear_of_what_one_does_for_the_other(desk):
    with api.env.adopt_user(username="mia"):
        made = operations.book(desk, *at(9, 12), holder="max")
    [letter] = letters()
    assert letter.recipient == "max@example.org"
    assert "Mia hat Schreibtisch 1 für Sie gebucht" in letter.text
    assert bell("max")[0].startswith("Mia hat Schreibtisch 1 für Sie gebucht")
    with api.env.adopt_user(username="hilde"):
        operations.cancel(desk, made.id, "Die Lampe ist defekt.")
    letter = letters()[-1]
    assert letter.subject.startswith("Storniert: Schreibtisch 1")
    assert "Die Lampe ist defekt." in letter.text
    assert letter.method == "CANCEL"


def test_what_is_kept_by_a_decision_is_told_by_its_case(desk):
    start, end = at(9, 12)
    operations.assign(desk, rules.Span(start, end), "mia", "0" * 32)
    assert letters() == []


def test_mail_servers_get_a_calendar_with_its_method(desk):
    with api.env.adopt_user(username="mia"):
        operations.book(desk, *at(9, 12), purpose="Brücke über die Au")
    message = message_of(letters()[0], SETTINGS)
    [part] = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    assert part.get_param("method") == "REQUEST"
    assert part.get_filename() == "buchung.ics"
    [event] = Calendar.from_ical(part.get_content()).walk("VEVENT")
    assert str(event["summary"]) == "Schreibtisch 1: Brücke über die Au"
    bytes(message).decode("ascii")  # seven bits, every server takes it


def test_whoever_wants_no_mail_gets_none(desk):
    ensure_box(api.portal.get(), "max").set_modes({"mail": "off"})
    with api.env.adopt_user(username="mia"):
        operations.book(desk, *at(9, 12), holder="max")
    assert letters() == []
    assert len(bell("max")) == 1
