"""Series of events have an end, by the rule, in the form and over REST."""

from datetime import datetime
from kommunalhub.core.acting import as_builder
from kommunalhub.security.input.recurrence import check_recurrence
from kommunalhub.security.input.recurrence import LONGEST_INTERVAL
from kommunalhub.security.input.recurrence import MOST_EVENTS
from kommunalhub.security.input.recurrence import MOST_LETTERS
from kommunalhub.security.input.recurrence import MOST_YEARS
from kommunalhub.security.input.recurrence import NoSeries
from pathlib import Path
from plone import api
from plone.app.event.interfaces import IICalendarImportEnabled
from plone.event.interfaces import IRecurrenceSupport
from plone.event.recurrence import MAXCOUNT
from zope.interface import alsoProvides

import pytest
import re
import transaction


FIRST = datetime(2026, 11, 30, 9)
DAYS = ",".join(f"2027{month:02}{day:02}T000000" for month in range(1, 13) for day in range(1, 29))
FINE = [
    "RRULE:FREQ=DAILY;COUNT=366",
    "RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20271231T000000",
    "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=20\nEXDATE:20261207T000000",
    "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=5",
    "RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20301231T000000Z",
    "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24;COUNT=5",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=+1MO;COUNT=5",
    "DTSTART:20261130T090000\r\nRRULE:FREQ=WEEKLY;COUNT=\r\n 4",
    "FREQ=WEEKLY;COUNT=4;WKST=MO",
    "RDATE:20261224T000000,20261227T000000",
    f"RDATE:{DAYS}",
]
WRONG = {
    "RRULE:FREQ=DAILY": "endless",
    "RRULE:FREQ=WEEKLY;BYDAY=MO": "endless",
    "RRULE:FREQ=DAILY;COUNT=367": "many",
    "RRULE:FREQ=DAILY;COUNT=100000": "many",
    "RRULE:FREQ=DAILY;UNTIL=20291231T000000": "many",
    f"RDATE:{DAYS},{DAYS[: 31 * 16 - 1]}": "many",
    "X" * (MOST_LETTERS + 1): "many",
    "RRULE:FREQ=SECONDLY;COUNT=10": "often",
    "RRULE:FREQ=MINUTELY;UNTIL=20261231T000000": "often",
    "RRULE:FREQ=HOURLY;COUNT=2": "often",
    "RRULE:FREQ=DAILY;BYHOUR=8,9,10;COUNT=10": "often",
    "RRULE:COUNT=10": "often",
    "RRULE:FREQ=YEARLY;UNTIL=99991231T000000": "far",
    "RRULE:FREQ=YEARLY;COUNT=40": "far",
    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1": "none",
    "RRULE:FREQ=WEEKLY;UNTIL=20200101T000000": "none",
    "RRULE:FREQ=DAILY;INTERVAL=0;COUNT=2": "form",
    f"RRULE:FREQ=YEARLY;INTERVAL={LONGEST_INTERVAL + 1};COUNT=2": "form",
    "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1": "form",
    "RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=MO;COUNT=3": "form",
    "RRULE:FREQ=MONTHLY;BYDAY=+6MO;COUNT=3": "form",
    "RRULE:FREQ=MONTHLY;BYMONTHDAY=30;BYDAY=MO;COUNT=3": "form",
    "RRULE:FREQ=WEEKLY;COUNT=-1": "form",
    "RRULE:FREQ=WEEKLY;COUNT=zwei": "form",
    "RRULE:FREQ=WEEKLY;COUNT=2;COUNT=9999": "form",
    "RRULE:FREQ=WEEKLY;UNTIL=20269999T000000": "form",
    "RRULE:FREQ=WEEKLY;COUNT=2\nRRULE:FREQ=DAILY;COUNT=2": "form",
    "EXRULE:FREQ=DAILY": "form",
    "RDATE:morgen": "form",
    "jeden Montag": "form",
}
SENTENCES = {
    "RRULE:FREQ=DAILY": "Bitte sagen Sie, wann die Wiederholung endet",
    "RRULE:FREQ=DAILY;COUNT=100000": "höchstens 366 Termine",
    "RRULE:FREQ=SECONDLY;COUNT=5": "täglich, wöchentlich, monatlich oder jährlich",
    "RRULE:FREQ=YEARLY;UNTIL=99991231T000000": "höchstens 10 Jahre",
    "RRULE:FREQ=DAILY;INTERVAL=0;COUNT=2": "können wir nicht lesen",
}
START = {"start": "2026-11-30T09:00:00", "end": "2026-11-30T10:00:00"}


@pytest.mark.parametrize("text", FINE, ids=lambda text: text[:60])
def test_a_series_with_an_end_is_fine(text):
    check_recurrence(text, FIRST)
    check_recurrence(text)


@pytest.mark.parametrize(("text", "why"), WRONG.items(), ids=lambda text: text[:60])
def test_any_other_is_told_why(text, why):
    with pytest.raises(NoSeries) as told:
        check_recurrence(text, FIRST)
    assert told.value.why == why


def test_plone_shows_all_events_of_the_longest_series():
    assert MOST_EVENTS < MAXCOUNT


def test_the_limits_are_written_down():
    page = Path(__file__).parents[3] / "docs" / "reference" / "limits.md"
    text = re.sub(r"(?<=\d),(?=\d)", "", page.read_text("utf-8").partition("## How often")[2])
    for number in (MOST_EVENTS, MOST_YEARS, LONGEST_INTERVAL, MOST_LETTERS):
        assert f"| {number}" in text


@pytest.fixture
def editor(client, manager):
    client.sign_in(manager)
    return client


@pytest.mark.parametrize(("text", "sentence"), SENTENCES.items(), ids=SENTENCES)
def test_over_rest_it_is_told_at_the_field(editor, site, text, sentence):
    event = {"@type": "Event", "title": "Sprechstunde", **START, "recurrence": text}
    told = editor.api("POST", "/", json=event)
    assert told.status_code == 400
    assert "'field': 'recurrence'" in told.json()["message"]
    assert sentence in told.json()["message"]
    transaction.begin()
    assert "sprechstunde" not in site


def test_over_rest_a_series_is_kept_and_cannot_be_made_endless(editor, site):
    fine = "RRULE:FREQ=WEEKLY;COUNT=4"
    event = {"@type": "Event", "title": "Sprechstunde", **START, "recurrence": fine}
    assert editor.api("POST", "/", json=event).status_code == 201
    changed = editor.api("PATCH", "/sprechstunde", json={"recurrence": "RRULE:FREQ=DAILY"})
    assert changed.status_code == 400
    assert "'field': 'recurrence'" in changed.json()["message"]
    transaction.begin()
    assert site["sprechstunde"].recurrence == fine
    assert len(list(IRecurrenceSupport(site["sprechstunde"]).occurrences())) == 4


@pytest.mark.parametrize(("text", "sentence"), SENTENCES.items(), ids=SENTENCES)
def test_in_the_form_it_is_told_at_the_field(editor, site, text, sentence):
    answer = editor.get("/++add++Event")
    token = re.search(r'name="_authenticator"[^>]*value="([^"]+)"', answer.text)[1]
    form = {
        "_authenticator": token,
        "form.widgets.IDublinCore.title": "Sprechstunde",
        "form.widgets.IEventBasic.start": "2026-11-30T09:00",
        "form.widgets.IEventBasic.end": "2026-11-30T10:00",
        "form.widgets.IEventRecurrence.recurrence": text,
        "form.buttons.save": "Speichern",
    }
    answer = editor.post("/++add++Event", data=form)
    assert answer.status_code == 200
    place = answer.text.partition('data-fieldname="form.widgets.IEventRecurrence.recurrence"')[2]
    assert sentence in place.partition("data-fieldname=")[0]
    transaction.begin()
    assert not api.content.find(site, portal_type="Event")


@pytest.fixture
def market(editor, site):
    """Every Saturday until the end of 2030."""
    event = {"@type": "Event", "title": "Markt", **START}
    event["recurrence"] = "RRULE:FREQ=WEEKLY;UNTIL=20301231T000000"
    assert editor.api("POST", "/", json=event).status_code == 201
    transaction.begin()
    return site["markt"]


def test_a_start_moved_alone_makes_no_series_longer(editor, market):
    before = market.start
    moved = editor.api("PATCH", "/markt", json={"start": "1990-11-30T09:00:00"})
    assert moved.status_code == 400
    assert "'field': 'recurrence'" in moved.json()["message"]
    assert "höchstens 10 Jahre" in moved.json()["message"]
    transaction.begin()
    assert market.start == before
    assert editor.api("PATCH", "/markt", json={"start": "2026-11-29T09:00:00"}).status_code == 204


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Nachbar//DE
BEGIN:VEVENT
UID:eins@example.org
SUMMARY:Sprechstunde
DTSTART:20261130T090000Z
DTEND:20261130T100000Z
LAST-MODIFIED:20261101T090000Z
RRULE:FREQ=WEEKLY;COUNT=4
END:VEVENT
BEGIN:VEVENT
UID:zwei@example.org
SUMMARY:Wochenmarkt
DTSTART:20261130T090000Z
DTEND:20261130T100000Z
LAST-MODIFIED:20261101T090000Z
RRULE:{rule}
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(
    ("rule", "status", "events"),
    [("FREQ=DAILY", 400, 0), ("FREQ=SECONDLY;COUNT=9999", 400, 0), ("FREQ=DAILY;COUNT=3", 302, 2)],
)
def test_of_a_calendar_all_is_taken_or_nothing(editor, site, rule, status, events):
    with as_builder(site):
        api.content.create(site, "Folder", "abfuhr")
    alsoProvides(site["abfuhr"], IICalendarImportEnabled)
    transaction.commit()
    page = editor.get("/abfuhr/ical_import_settings")
    form = {
        "_authenticator": re.search(r'name="_authenticator"[^>]*value="([^"]+)"', page.text)[1],
        "form.widgets.event_type": "Event",
        "form.widgets.sync_strategy": "1",
        re.search(r'name="(form.buttons.\w+)"[^>]*value="Save and Import"', page.text)[1]: "1",
    }
    file = {"form.widgets.ical_file": ("kalender.ics", CALENDAR.format(rule=rule), "text/calendar")}
    answer = editor.post("/abfuhr/ical_import_settings", data=form, files=file)
    assert answer.status_code == status
    transaction.begin()
    assert len(site["abfuhr"].objectIds()) == events
