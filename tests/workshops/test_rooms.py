"""A workshop books its room in the same transaction; it moves and goes with it."""

from datetime import timedelta
from html import unescape
from kommunalhub.booking import free
from kommunalhub.booking import operations as booking
from kommunalhub.booking.rules import Span
from kommunalhub.core.acting import as_builder
from plone import api
from plone.dexterity.utils import createContentInContainer
from zExceptions import BadRequest
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import transaction


def add_hall(portal):
    with as_builder(portal):
        folder = api.content.create(portal, "Folder", "haus", title="Haus")
        api.content.transition(folder, to_state="public")
        values = {"title": "Halle", "kind": "hall", "seats": 40, "opening": "täglich 0–24"}
        hall = createContentInContainer(folder, "Space", **values)
        api.content.transition(hall, to_state="public")
    return hall


@pytest.fixture
def hall(portal):
    return add_hall(portal)


def taken(hall, workshop, **moved):
    """Return whether the hall is taken at the time of a workshop, or some time from it."""
    shift = timedelta(**moved)
    span = Span(workshop.start + shift, workshop.end + shift)
    return bool(free.claims_of(hall, span))


def test_the_room_is_booked_and_named(hub, portal, hall):
    workshop = hub.add_workshop(portal, "draft", space=hall.UID(), place="")
    assert taken(hall, workshop)
    assert hub.operations.programme.sessions_of(workshop)[0].place == "Halle"


def test_a_room_that_is_taken_is_refused_with_what_is_free(hub, portal, hall):
    first = hub.add_workshop(portal, space=hall.UID())
    with pytest.raises(BadRequest) as refused:
        hub.add_workshop(portal, title="Zweiter", space=hall.UID(), start=first.start)
    [error] = refused.value.args[0]
    assert error["field"] == "space"
    assert "Frei sind: Halle" in error["message"]


def test_moving_moves_the_room_and_calling_off_frees_it(hub, portal, hall):
    workshop = hub.add_workshop(portal, space=hall.UID())
    old = Span(workshop.start, workshop.end)
    with hub.As("trude"):
        workshop.start += timedelta(days=1)
        workshop.end += timedelta(days=1)
        notify(ObjectModifiedEvent(workshop))
    assert taken(hall, workshop)
    assert not free.claims_of(hall, old)
    with hub.As("trude"):
        hub.step(workshop, "cancel", "Zu wenige")
    assert not taken(hall, workshop)


def test_only_dates_without_another_place_need_the_room(hub, portal, hall):
    start = hub.in_days(20)
    days = [(start + timedelta(days=number)).strftime("%d.%m.%Y") for number in (1, 2)]
    lines = f"{days[0]} 9:00–12:00\n{days[1]} 9:00–12:00, Rathaus"
    workshop = hub.add_workshop(portal, space=hall.UID(), start=start, more_sessions=lines)
    assert len(workshop.booked) == 2
    with hub.As("trude"):
        workshop.more_sessions = ""
        notify(ObjectModifiedEvent(workshop))
    assert len(workshop.booked) == 1
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(workshop, check_linkintegrity=False)
    assert not taken(hall, workshop)


def test_saving_again_books_nothing_new(hub, portal, hall):
    workshop = hub.add_workshop(portal, space=hall.UID())
    before = workshop.booked
    with hub.As("trude"):
        notify(ObjectModifiedEvent(workshop))
        assert workshop.booked == before
        copy = api.content.copy(workshop, portal["workshops"], safe_id=True)
    assert copy.space is None


def test_the_form_says_at_the_field_what_is_free(hub, functional, web):
    hall = add_hall(web)
    first = hub.add_workshop(web, space=hall.UID())
    with hub.As("hilde"):
        assert booking.space_of(hall.UID()) is not None
    transaction.commit()
    local = hub.operations.programme.to_local(first.start)
    browser = hub.browser(functional, "trude")
    browser.open(f"{web.absolute_url()}/workshops/++add++Workshop")
    browser.getControl(name="form.widgets.title").value = "Zweiter"
    browser.getControl(name="form.widgets.IPartnered.partner").value = ["malente"]
    browser.getControl(name="form.widgets.IEventBasic.start").value = f"{local:%Y-%m-%dT%H:%M}"
    end = local + timedelta(hours=1)
    browser.getControl(name="form.widgets.IEventBasic.end").value = f"{end:%Y-%m-%dT%H:%M}"
    browser.getControl(name="form.widgets.space:list").value = [hall.UID()]
    browser.getControl(name="form.buttons.save").click()
    assert "Dann ist schon gebucht: Halle" in unescape(browser.contents)
    assert "Frei sind: Halle" in unescape(browser.contents)
    browser.getControl(name="form.widgets.space:list").value = ["--NOVALUE--"]
    browser.getControl(name="form.buttons.save").click()
    assert "Der Entwurf ist gespeichert." in unescape(browser.contents)
