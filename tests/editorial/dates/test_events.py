"""Events in the calendar: stored, moved, called off, wherever one looks; cut by rights."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunalhub.core import formatting
from kommunalhub.core.agenda import gathering
from kommunalhub.core.feeds import addresses
from kommunalhub.core.formatting import BERLIN
from kommunalhub.editorial.dates import operations
from kommunalhub.editorial.dates import storage
from plone import api
from plone.app.contenttypes.content import Event
from plone.event.utils import utc
from plone.protect.authenticator import createToken
from zExceptions import NotFound
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import icalendar
import json
import pytest
import re


RULE = "RRULE:FREQ=WEEKLY;COUNT=4"


@pytest.fixture
def tomorrow():
    day = formatting.to_local(formatting.now()).date() + timedelta(days=1)
    return datetime(day.year, day.month, day.day, 18, tzinfo=BERLIN)


@pytest.fixture
def event(write, tomorrow):
    """Return a function that makes an event of Malente's, released for all unless asked."""

    def event(act="publish", title="Sitzung", begins=None, **fields):
        begins = utc(begins or tomorrow)  # as forms and REST store it
        values = {"start": begins, "end": begins + timedelta(hours=2), "location": "Rathaus"}
        made = write("Event", title, submit=bool(act), **(values | fields))
        if act:
            with api.env.adopt_user(username="petra"):
                api.content.transition(made, act)
        return made

    return event


def saved(obj, **values):
    for name, value in values.items():
        setattr(obj, name, value)
    with api.env.adopt_user(username="rolf"):
        notify(ObjectModifiedEvent(obj))


def seen(userid=None, days=400):
    now = formatting.now()
    span = now - timedelta(days=60), now + timedelta(days=days)
    if userid is None:
        return gathering.occurrences(*span, kind="events")
    with api.env.adopt_user(username=userid):
        return gathering.occurrences(*span, kind="events")


def public(portal, name, **form):
    """Return what a view of the site answers to who is not signed in."""
    request = portal.REQUEST
    IAnnotations(request).clear()
    request.form.clear()
    request.form.update(form)
    return api.content.get_view(name, portal, request)()


def calendar(portal, **form):
    text = public(portal, "termine.ics", **form)
    return icalendar.Calendar.from_ical(text).walk("VEVENT")


def test_everybody_sees_the_dates_they_may_see(portal, event):
    event(title="Öffentlich")
    event("approve", title="Intern")
    event("", title="Entwurf")
    assert [one.title for one in seen()] == ["Öffentlich"]
    assert {one.title for one in seen("lea")} == {"Öffentlich", "Intern"}
    found = {one.title: one.is_tentative for one in seen("rolf")}
    assert found == {"Öffentlich": False, "Intern": False, "Entwurf": True}
    for name in ("termine", "termine.ics", "termine.csv"):
        told = public(portal, name)
        told = told.decode("utf-8") if isinstance(told, bytes) else told
        assert "Öffentlich" in told, name
        assert "Intern" not in told and "Entwurf" not in told, name


def test_no_event_is_woken(event, monkeypatch):
    for title in ("Eins", "Zwei"):
        event(title=title, recurrence=RULE)
    assert len(seen()) == 8  # what waits to be indexed is now
    monkeypatch.setattr(Event, "__getattr__", lambda self, name: pytest.fail(name))
    assert len(seen()) == 8


def test_a_date_that_is_called_off_says_so_everywhere_and_keeps_its_uid(portal, event, page):
    made = event(recurrence=RULE)
    before = seen()
    with api.env.adopt_user(username="rolf"):
        operations.cancel(made, 2, "Krankheit")
    after = seen()
    assert [one.uid for one in after] == [one.uid for one in before]
    assert [one.is_cancelled for one in after] == [False, True, False, False]
    assert [one.sequence for one in after] == [0, 1, 0, 0]
    text = gathering.calendar_text(after)
    told = icalendar.Calendar.from_ical(text).walk("VEVENT")[1]
    assert (told["status"], told["sequence"]) == ("CANCELLED", 1)
    assert told["summary"] == "Abgesagt: Sitzung"
    assert "Krankheit" in told["description"]
    for context in (made, made.aq_parent, portal):  # in place of Plone's, which tells no state
        assert page("lea", context, "ics_view").count("STATUS:CANCELLED") == 1
    for html in (page("lea", made), page("lea", portal, "termine")):
        assert html.count("abgesagt") == 1
        assert "Krankheit" in html
    with api.env.adopt_user(username="rolf"):
        operations.cancel(made, 1, "Sturm")
    home = page("lea", made.aq_parent)
    assert home.count("abgesagt") == 2  # the two that are off, and the next one that is not
    data = json.loads(re.search(r'ld\+json"[^>]*>(.*?)</script>', page("lea", made))[1])
    states = [one["eventStatus"].rpartition("/")[2] for one in data["@graph"]]
    assert states == ["EventCancelled"] * 2 + ["EventScheduled"] * 2


def test_a_date_that_is_moved_shows_when_it_was(portal, event, page, tomorrow):
    made = event()
    [before] = seen()
    later = (tomorrow + timedelta(days=2)).astimezone(UTC)
    with api.env.adopt_user(username="rolf"):
        operations.move(made, 1, later, later + timedelta(hours=1), "Halle", "Sturm")
    [after] = seen()
    assert (after.uid, after.sequence) == (before.uid, 1)
    assert (after.start, after.place, after.before.start) == (later, "Halle", tomorrow)
    assert (made.start, made.location) == (later, "Halle")  # the form shows it too
    was = formatting.weekday(tomorrow.date())
    for html in (page("lea", made), page("lea", portal, "termine")):
        assert "verschoben" in html
        assert f"vorher: {was}, 18:00 Uhr" in html
    [told] = calendar(portal)
    assert told["dtstart"].params["TZID"] == "Europe/Berlin"
    assert f"vorher: {was}" in told["description"]
    data = json.loads(re.search(r'ld\+json"[^>]*>(.*?)</script>', page("lea", made))[1])
    assert data["@graph"][0]["eventStatus"].endswith("EventRescheduled")
    assert data["@graph"][0]["previousStartDate"] == tomorrow.isoformat()
    saved(made)
    assert seen() == [after]


def test_a_version_brought_back_brings_no_dates(portal, event):
    made = event(recurrence=RULE)
    tool = api.portal.get_tool("portal_repository")
    with api.env.adopt_roles(["Manager"]):
        tool.save(made)
        first = made.version_id
        operations.cancel(made, 1, "Krank")
        tool.save(made)
        tool.revert(made, first)
    assert storage.dates_of(made)[0].is_cancelled


def test_a_copy_has_dates_of_its_own(event, area):
    made = event()
    with api.env.adopt_user(username="rolf"):
        operations.cancel(made, 1, "Krank")
        copy = api.content.copy(made, area)
    [date] = storage.dates_of(copy)
    assert (date.is_cancelled, date.sequence) == (False, 0)


def test_a_whole_day_is_one_day_in_calendars(portal, event, page, tomorrow):
    event(whole_day=True, begins=tomorrow.replace(hour=0))
    [told] = calendar(portal)
    assert told["dtend"].dt - told["dtstart"].dt == timedelta(days=1)
    assert told["dtstart"].dt == tomorrow.date()


def test_filters_hold_for_page_and_files(portal, event, page):
    event(title="Mit Höranlage", access={"hearing_loop", "entrance"}, topics={"ki"})
    event(title="Ohne alles")
    form = {"access": ["hearing_loop", "entrance"], "partner": "malente", "topic": "ki"}
    html = page("lea", portal, "termine", **form)
    assert "Mit Höranlage" in html and "Ohne alles" not in html
    assert "stufenloser Eingang" in html
    assert [str(one["summary"]) for one in calendar(portal, **form)] == ["Mit Höranlage"]
    month = page("lea", portal, "termine", view="month", **form)
    assert month.count("<table") == 1
    lines = public(portal, "termine.csv", **form).decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert "creativecommons.org/publicdomain/zero" in lines[1]
    one = seen()[0]
    assert len(calendar(portal, uid=one.uid)) == 1
    assert "Ohne alles" in page("lea", portal, "termine", partner="nirgends")


def test_a_private_address_keeps_to_what_was_chosen_and_to_what_its_person_may_see(event):
    event(title="Mit Höranlage", access={"hearing_loop"})
    event("approve", title="Intern", access={"hearing_loop"})
    event(title="Ohne alles")
    secret = addresses.subscribe("lea", "agenda", "kind=events&access=hearing_loop")
    text = addresses.text_of(secret)
    assert "Mit Höranlage" in text and "Intern" in text and "Ohne alles" not in text
    gone = addresses.subscribe("lea", "agenda", "partner=nirgends")
    assert "VEVENT" not in addresses.text_of(gone)
    addresses.revoke("lea", "agenda", "kind=events&access=hearing_loop")
    assert addresses.text_of(secret) is None


def test_the_hint_names_what_the_planner_may_see(event, page, tomorrow):
    made = event(title="Ausschuss")
    event(title="Beirat", begins=tomorrow + timedelta(hours=1))
    html = page("rolf", made)
    assert "Zur selben Zeit" in html
    assert "Beirat" in html.partition("Zur selben Zeit")[2]
    assert "Zur selben Zeit" not in page("lea", made)
    form = page("rolf", made, "edit")
    assert "Zur selben Zeit" in form.partition("<h1")[2].partition("<legend")[0]


def change(page, portal, made, **form):
    request = portal.REQUEST
    request.method = request["REQUEST_METHOD"] = "POST"
    with api.env.adopt_user(username="rolf"):
        token = createToken()
    html = page("rolf", made, "termin-aendern", _authenticator=token, number="1", **form)
    request.method = request["REQUEST_METHOD"] = "GET"
    return request.response.getStatus(), html


def test_a_whole_series_is_called_off_at_once(portal, event, page):
    made = event(recurrence=RULE)
    assert "cancel-from" in page("rolf", made, "termin-aendern", number="1")
    assert "cancel-from" not in page("rolf", made, "termin-aendern", number="4")
    status, _html = change(page, portal, made, act="cancel-from", reason="Es ist Ferienzeit.")
    assert status == 302
    assert {one.reason for one in seen() if one.is_cancelled} == {"Es ist Ferienzeit."}
    html = page("lea", made)
    assert "Keiner der Termine findet statt." in html
    assert "Abgesagt: Sitzung" in html.partition("</title>")[0]
    with pytest.raises(NotFound):
        page("lea", made, "event.ics", number="9")


def test_the_form_calls_off_and_says_what_is_missing(portal, event, page):
    made = event()
    assert 'value="cancel"' in page("rolf", made, "termin-aendern", number="1")
    status, html = change(page, portal, made, act="cancel", reason="")
    assert status == 400
    assert 'id="reason-wrong"' in html
    status, _html = change(page, portal, made, act="cancel", reason="Krank")
    assert status == 302
    assert storage.dates_of(made)[0].reason == "Krank"
    status, html = change(page, portal, made, act="cancel", reason="Krank")
    assert (status, storage.dates_of(made)[0].sequence) == (400, 1)  # sent twice, done once
    status, _html = change(page, portal, made, act="restore")
    assert status == 302
    assert not storage.dates_of(made)[0].is_cancelled


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"start_date": "morgen"}, "start_date"),
        ({"start_time": "früh"}, "start_time"),
        ({"end_date": "2001-01-01"}, "end_date"),
        ({"start_date": "9999-12-31", "end_date": "9999-12-31"}, "start_date"),
        ({"start_date": "2020-01-01"}, "start_date"),
        ({"place": "x" * 999}, "place"),
    ],
)
def test_the_form_tells_a_wrong_time_at_its_field(portal, event, page, tomorrow, wrong, field):
    made = event()
    day = f"{tomorrow + timedelta(days=3):%Y-%m-%d}"
    form = {"start_date": day, "start_time": "9:00", "end_date": day, "end_time": "10:00"}
    form |= {"reason": "Sturm", "place": ""} | wrong
    status, html = change(page, portal, made, act="move", **form)
    assert status == 400
    assert f'id="{field}-wrong"' in html
    assert storage.dates_of(made)[0].sequence == 0
