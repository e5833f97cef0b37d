"""Several workshops, or several dates, from one description; a workshop as a template."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunalhub.booking import operations as booking
from kommunalhub.booking.series import Series
from kommunalhub.booking.series import WEEKS
from kommunalhub.core import formatting
from kommunalhub.core.formatting import BERLIN
from kommunalhub.workshops import programme
from kommunalhub.workshops import repeating
from kommunalhub.workshops import rooms
from kommunalhub.workshops import storage
from plone import api

import pytest
import transaction


YEAR = formatting.now().year + 1
#: Tuesdays; the third is free of holidays too, 1 May is none of them.
FIRST = next(d for d in (date(YEAR, 9, n) for n in range(1, 8)) if d.weekday() == 1)


def hall(portal):
    """Return the hall, made for the tests."""
    with api.env.adopt_roles(["Manager"]):
        folder = portal.get("raeume") or api.content.create(portal, "Folder", "raeume")
        return api.content.create(
            folder, "Space", "halle", title="Halle", kind="hall", opening="Mo–So 0:00–24:00"
        )


def start_at(day, hour=9):
    return datetime(day.year, day.month, day.day, hour, tzinfo=BERLIN).astimezone(UTC)


@pytest.fixture
def planned(hub, portal):
    """A published workshop on a Tuesday in the hall, with days of its own and somebody in it."""
    room = hall(portal)
    start = start_at(FIRST)
    workshop = hub.add_workshop(
        portal,
        start=start,
        end=start + timedelta(hours=3),
        place="",
        space=room.UID(),
        closes_on=FIRST - timedelta(days=4),
        quotas="Lensahn: 1",
        is_public=True,
    )
    hub.register(workshop, "mia")
    return workshop


def weekly(first, last):
    return Series(first, last, WEEKS, 540, 720)


def test_a_copy_has_all_but_what_happened(hub, planned):
    span = weekly(FIRST + timedelta(days=7), FIRST + timedelta(days=7)).spans()[0]
    with hub.As("trude"):
        made = repeating.copy(planned, span)
    assert (made.title, made.capacity, made.quotas) == (planned.title, 2, "Lensahn: 1")
    assert made.closes_on == planned.closes_on + timedelta(days=7)
    assert programme.first_start(made) == span.start
    assert hub.state(made) == "draft"
    assert storage.book_of(made).all() == []
    assert [one.span for _space, one in rooms.bookings_of(made)] == [span]
    assert [one.span.days()[0] for _space, one in rooms.bookings_of(planned)] == [FIRST]
    assert repeating.series_of(made) == repeating.series_of(planned)
    assert made.UID() != planned.UID() and made.case_number != planned.case_number


def test_holidays_taken_rooms_and_own_dates_are_told_for_each_date(hub, planned):
    room = booking.space_of(planned.space)
    taken = FIRST + timedelta(days=14)
    span = weekly(taken, taken).spans()[0]
    booking.assign(room, span, "", "somebody", "Ratssitzung")
    found = repeating.preview(
        planned, weekly(FIRST, FIRST + timedelta(days=21)), repeating.WORKSHOPS
    )
    problems = [one.problem for one in found]
    assert problems[0] == repeating.TAKEN
    assert problems[1] is None and problems[3] is None
    assert problems[2].default.startswith("${room} is taken then")
    assert found[2].options(repeating.WORKSHOPS) == (repeating.SKIP, repeating.WITHOUT)
    unity = date(YEAR, 10, 3)
    [holiday] = repeating.preview(planned, weekly(unity, unity), repeating.WORKSHOPS)
    assert holiday.problem == repeating.HOLIDAY
    assert holiday.options(repeating.WORKSHOPS) == (repeating.SKIP,)


def test_further_dates_book_the_room_and_tell_people(hub, portal, planned):
    days = weekly(FIRST + timedelta(days=7), FIRST + timedelta(days=14))
    with hub.As("trude"):
        repeating.make(
            planned, [(span, repeating.PLAN) for span in days.spans()], repeating.SESSIONS
        )
    assert [one.start.date() for one in programme.sessions_of(planned)] == [
        FIRST + timedelta(days=7 * n) for n in range(3)
    ]
    assert len(rooms.bookings_of(planned)) == 3
    assert hub.told(portal)[-1] == ("mia@example.org", "Neuer Termin oder Ort: Rechnungen digital")


def test_all_or_none_when_somebody_was_faster(hub, portal, planned):
    spans = weekly(FIRST + timedelta(days=7), FIRST + timedelta(days=14)).spans()
    booking.assign(booking.space_of(planned.space), spans[1], "", "somebody", "Ratssitzung")
    before = len(portal["workshops"].objectIds())
    with hub.As("trude"), pytest.raises(Exception, match="schon gebucht"):
        repeating.make(planned, [(span, repeating.PLAN) for span in spans], repeating.WORKSHOPS)
    assert len(portal["workshops"].objectIds()) == before


def test_a_trainer_plans_a_series_by_the_form(hub, functional, web):
    room = hall(web)
    start = start_at(FIRST)
    workshop = hub.add_workshop(
        web, start=start, end=start + timedelta(hours=3), place="", space=room.UID()
    )
    transaction.commit()
    browser = hub.browser(functional, "trude")
    browser.open(workshop.absolute_url())
    browser.raiseHttpErrors = False
    browser.getLink("Erneut planen").click()
    browser.getControl("Termine ansehen").click()
    assert "Bitte sehen Sie sich diese Felder an" in browser.text
    browser.getControl(name="date").value = (FIRST + timedelta(days=7)).isoformat()
    browser.getControl(name="until").value = (FIRST + timedelta(days=21)).isoformat()
    browser.getControl(name="step").value = ["weeks"]
    browser.getControl("Termine ansehen").click()
    skipped = f"date-{(FIRST + timedelta(days=14)).isoformat()}"
    browser.getControl(name=skipped).value = ["skip"]
    browser.getControl(name="submit").value = ["1"]
    browser.getControl("Diese Termine planen").click()
    assert "Geplante Workshops: 2." in browser.text
    brains = web.portal_catalog.unrestrictedSearchResults(portal_type="Workshop")
    assert sorted(b.review_state for b in brains) == ["pending", "pending", "published"]
    assert len({(b.case_extra or {})["series"] for b in brains}) == 1


def test_rest_previews_makes_and_refuses(hub, functional, web):
    workshop = hub.add_workshop(web)
    transaction.commit()
    url = f"{workshop.absolute_url()}/@repeat"
    data = {"date": FIRST.isoformat(), "start": "9:00", "end": "12:00"}
    trude = hub.rest("trude")
    answer = trude.post(url, json={**data, "preview": True})
    assert (answer.status_code, answer.json()["items"][0]["problem"]) == (200, None)
    answer = trude.post(url, json=data)
    assert (answer.status_code, len(answer.json()["made"])) == (201, 1)
    for wrong in ({"date": "x"}, {"end": "8:00"}, {"step": "daily"}, {"step": "weeks"}):
        answer = trude.post(url, json=data | wrong)
        assert answer.status_code == 400, wrong
    past = trude.post(url, json=data | {"date": "2020-01-07"})
    assert (past.status_code, past.json()["errors"][0]["field"]) == (400, "date")
    assert hub.rest("mia").post(url, json=data).status_code == 401
    assert trude.post(url, json=data | {"date": 5}).status_code == 400
