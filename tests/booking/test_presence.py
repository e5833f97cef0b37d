"""Checking in: within its time, and what becomes of a place that nobody comes for."""

from datetime import timedelta
from kommunalhub.booking import operations
from kommunalhub.booking import presence
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import IBookingChanged
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.jobs import NoShows
from kommunalhub.core import formatting
from zope.component import getGlobalSiteManager

import pytest
import transaction


MINUTE = timedelta(minutes=1)


@pytest.fixture
def desk(portal, house):
    return house.add_space(portal, check_in=30)


@pytest.fixture
def made(desk, house):
    with house.As("mia"):
        return operations.book(desk, *house.at(9, 12))


@pytest.fixture
def clock(monkeypatch):
    """Return a function that sets the time."""

    def clock(moment):
        monkeypatch.setattr(formatting, "now", lambda: moment)
        return moment

    return clock


def tick(now):
    job = NoShows()
    for key in job.due(now):
        job.do(key, now)


@pytest.mark.parametrize(("minutes", "fits"), [(-16, False), (-15, True), (29, True), (30, False)])
def test_the_time_to_check_in_has_two_edges(desk, made, house, clock, minutes, fits):
    clock(made.start + minutes * MINUTE)
    with house.As("mia"):
        if fits:
            assert presence.check_in(desk, made.id).arrived is not None
            assert presence.check_in(desk, made.id).sequence == 0  # again is harmless
        else:
            with pytest.raises(BookingRefused):
                presence.check_in(desk, made.id)


def test_nobody_else_checks_in(desk, made, house, clock):
    clock(made.start)
    with house.As("lena"), pytest.raises(NotYours):
        presence.check_in(desk, made.id)


def test_what_nobody_came_for_is_free_again(desk, made, house, clock):  # Indico #6443
    heard = []

    def listen(event):
        heard.append((event.new.id, event.reason))

    sites = getGlobalSiteManager()
    sites.registerHandler(listen, (IBookingChanged,))
    try:
        tick(clock(made.start + 29 * MINUTE))
        assert heard == []
        now = clock(made.start + 31 * MINUTE)
        tick(now)
        tick(now)
    finally:
        sites.unregisterHandler(listen, (IBookingChanged,))
    assert heard == [(made.id, "Niemand hat eingecheckt, deshalb ist der Platz wieder frei.")]
    kept = operations.get(desk, made.id)
    assert (kept.missed, kept.end) == (True, now)
    with house.As("lena"):
        operations.book(desk, now + 10 * MINUTE, made.end)


def test_who_checked_in_keeps_the_place(desk, made, house, clock):
    clock(made.start)
    with house.As("mia"):
        presence.check_in(desk, made.id)
    tick(clock(made.start + 60 * MINUTE))
    assert operations.get(desk, made.id).end == made.end


def test_where_nobody_has_to_nothing_is_given_back(portal, house, clock):
    desk = house.add_space(portal, "Schreibtisch 2")
    with house.As("mia"):
        made = operations.book(desk, *house.at(9, 12))
        clock(made.start + 5 * MINUTE)
        with pytest.raises(BookingRefused):
            presence.check_in(desk, made.id)
    tick(clock(made.start + 60 * MINUTE))
    assert operations.get(desk, made.id).end == made.end


def test_by_button_and_over_rest(functional, web, house, clock):
    desk = house.add_space(web, check_in=30)
    with house.As("mia"):
        made = operations.book(desk, *house.at(9, 12))
    transaction.commit()
    clock(made.start)
    visitor = house.browser(functional, "mia")
    visitor.open(f"{web.absolute_url()}/@@meine-buchungen")
    assert "bitte einchecken" in visitor.contents
    visitor.getLink("Schreibtisch 1").click()
    visitor.getControl("Ich bin da").click()
    assert "Sie sind eingecheckt. Willkommen!" in visitor.contents
    address = f"{desk.absolute_url()}/@bookings/{made.id}"
    answer = house.rest("mia").patch(address, json={"arrived": True})
    assert answer.json()["arrived"] == made.start.isoformat()
    assert house.rest("mia").patch(address, json={"arrived": False}).status_code == 400
    assert house.rest("lena").patch(address, json={"arrived": True}).status_code == 403
