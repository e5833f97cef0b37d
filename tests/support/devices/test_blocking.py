"""What does not work cannot be booked: told to who booked, lifted with the solution, or nothing."""

from datetime import timedelta
from kommunalhub.booking import closing
from kommunalhub.booking import free
from kommunalhub.booking import operations as booking
from kommunalhub.booking import rules
from kommunalhub.booking.interfaces import IBookingChanged
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.resources import IResourceState
from kommunalhub.support.devices import blocking
from plone.uuid.interfaces import IUUID
from support.devices.test_devices import add_device
from support.devices.test_devices import add_space
from zope.component import getGlobalSiteManager

import pytest
import transaction


@pytest.fixture
def hall(portal, clock):
    return add_space(portal)


@pytest.fixture
def ticket(portal, hub, hall):
    """What Mia reports of the projector without which the hall cannot be used."""
    add_device(portal, title="Beamer", kind="projector", space=IUUID(hall))
    return hub.report(portal, device="M-D-1")


@pytest.fixture
def until(clock):
    return formatting.now() + timedelta(days=3)


@pytest.fixture
def heard():
    """What is told of bookings: [(holder, whether it still holds, reason)]."""
    told = []

    def listen(event):
        if event.old is not None and event.new.holder:
            told.append((event.new.holder, event.new.is_firm, event.reason))

    sites = getGlobalSiteManager()
    sites.registerHandler(listen, (IBookingChanged,))
    yield told
    sites.unregisterHandler(listen, (IBookingChanged,))


def is_closed(hall, day, hour):
    start = formatting.now() + timedelta(days=day)
    return bool(free.claims_of(hall, rules.Span(start, start + timedelta(hours=hour))))


def test_who_has_booked_is_told_why(hub, hall, ticket, until, heard):
    start = formatting.now() + timedelta(days=1)
    with hub.As("max"):
        made = booking.book(hall, start, start + timedelta(hours=2))
    with hub.As("sven"):
        assert [one.holder for one in blocking.hits(ticket, until)] == ["max"]
        blocking.block(ticket, until, "Beamer defekt")
    assert heard == [("max", False, "Beamer defekt")]
    assert not booking.get(hall, made.id).is_firm
    with hub.As("max"), pytest.raises(SlotTaken):
        booking.book(hall, start, start + timedelta(hours=1))


def test_the_solution_lifts_it_and_reopening_blocks_again(hub, hall, ticket, until):
    with hub.As("sven"):
        blocking.block(ticket, until, "Beamer defekt")
    assert is_closed(hall, 1, 1)
    hub.step(ticket, "sven", "resolve", "Neue Lampe.")
    assert not is_closed(hall, 1, 1)
    hub.step(ticket, "mia", "reopen", "Wieder dunkel.")
    assert is_closed(hall, 1, 1)
    hub.step(ticket, "mia", "close", "Hat sich erledigt.")
    assert not is_closed(hall, 1, 1)


def test_reopened_too_late_it_blocks_nothing(hub, hall, ticket, until, clock):
    with hub.As("sven"):
        blocking.block(ticket, until, "Beamer defekt")
    hub.step(ticket, "sven", "resolve", "Neue Lampe.")
    clock(36, "9:00")
    hub.step(ticket, "mia", "reopen", "Wieder dunkel.")
    assert not is_closed(hall, 0, 24)


def test_longer_and_shorter_and_other_closings_stay(hub, hall, ticket, until):
    day = timedelta(days=1)
    start = formatting.now() + 5 * day
    with hub.As("hilde"):
        closing.close(hall, start, start + day, "Reinigung")
    with hub.As("sven"):
        blocking.block(ticket, until, "Beamer defekt")
        blocking.block(ticket, until + 5 * day, "Beamer defekt")
        assert is_closed(hall, 4, 1) and is_closed(hall, 7, 1)
        blocking.block(ticket, until - 2 * day, "Beamer defekt")
        assert not is_closed(hall, 2, 1)
        blocking.forget(ticket)
    assert kept(ticket, "blocked") is None
    assert is_closed(hall, 5, 1) and not is_closed(hall, 0, 24)


def test_what_is_refused(hub, portal, hall, ticket, until):
    with hub.As("sven"):
        for moment, reason, field in (
            (formatting.now(), "x", "until"),
            (until + timedelta(days=90), "x", "until"),
            (until, "  ", "reason"),
            (until, "x" * 201, "reason"),
        ):
            with pytest.raises(blocking.BlockRefused) as refused:
                blocking.block(ticket, moment, reason)
            assert list(refused.value.errors) == [field]
        other = hub.report(portal, device="etwas anderes")
        with pytest.raises(blocking.BlockRefused):
            blocking.block(other, until, "x")
    assert kept(ticket, "blocked") is None


def test_where_booking_refuses_nothing_is_half_done(hub, hall, ticket, until):
    def refuse(event):
        raise SlotTaken([])

    sites, savepoint = getGlobalSiteManager(), transaction.savepoint()
    sites.registerHandler(refuse, (IResourceState,))
    try:
        with hub.As("sven"), pytest.raises(SlotTaken):
            blocking.block(ticket, until, "Beamer defekt")
    finally:
        sites.unregisterHandler(refuse, (IResourceState,))
    savepoint.rollback()
    assert kept(ticket, "blocked") is None and not is_closed(hall, 1, 1)


def test_on_the_page_of_the_ticket(web, hub, functional, clock):
    hall = add_space(web)
    add_device(web, title="Beamer", kind="projector", space=IUUID(hall))
    ticket = hub.report(web, device="M-D-1", title="Bleibt dunkel")
    transaction.commit()
    mia = hub.browser(functional, "mia")
    mia.open(ticket.absolute_url())
    assert "Für Buchungen sperren" not in mia.text
    support = hub.browser(functional, "sven")
    support.raiseHttpErrors = False
    support.open(ticket.absolute_url())
    support.getLink("Für Buchungen sperren").click()
    assert support.getControl(name="reason").value == "Funktioniert nicht: Beamer (M-D-1)"
    support.getControl("Ansehen, wen es trifft").click()
    assert "In dieser Zeit ist nichts gebucht." in support.text
    support.getControl(name="until_date").value = "2026-11-01"
    support.getControl("Für Buchungen sperren").click()
    assert "Zeitpunkt, der noch kommt" in support.text
    support.getControl(name="until_date").value = "2026-12-03"
    support.getControl("Ansehen, wen es trifft").click()
    support.getControl("Für Buchungen sperren").click()
    assert "kann bis" in support.text
    mia.open(ticket.absolute_url())
    assert "Mit der Lösung geht es wieder." in mia.text
    support.getLink("Sperre ändern oder aufheben").click()
    support.getControl("Wieder buchen lassen").click()
    assert "Halle kann wieder gebucht werden." in support.text
    mia.handleErrors = True
    mia.raiseHttpErrors = False
    mia.open(f"{ticket.absolute_url()}/@@blockieren")
    assert not mia.headers["Status"].startswith("200")
