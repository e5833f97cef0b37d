"""„Mein Hub“ is as things are, also for a browser that has kept it: pieces outside the catalog."""

from booking import conftest as house
from html import unescape
from kommunalhub.booking import operations as booking
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.site import structure
from kommunalhub.workshops import operations as workshops
from people import As
from people import rest
from plone import api
from plone.dexterity.utils import createContentInContainer
from staging import staged
from workshops import conftest as hub

import pytest
import transaction


ME, OTHER = "mia", "lena"


def fill(portal):
    with as_builder(portal):
        structure.build(portal)
        for number in (1, 2):
            title = f"Schreibtisch {number}"
            section = portal["co-working"]
            space = createContentInContainer(section, "Space", title=title, kind="desk", seats=1)
            api.content.transition(space, to_state="public")
    hub.populate(portal)
    hub.add_workshop(portal)


populated = staged(fill)


@pytest.fixture
def look(functional, populated):
    """Return a function: what somebody gets who asks again with the page they have kept."""
    session, kept = rest(ME), {}
    session.headers["Accept"] = "text/html"

    def look():
        answer = session.get(functional["portal"].absolute_url(), headers=kept)
        assert answer.status_code in (200, 304)
        if answer.status_code == 200:
            kept["If-None-Match"] = answer.headers["ETag"]
        return unescape(answer.text) if answer.status_code == 200 else None

    assert "Ihre Plätze" in look()
    assert [look(), look()] == [None, None]
    return look


def spaces():
    found = api.content.find(portal_type="Space", sort_on="sortable_title")
    return [brain.getObject() for brain in found if brain.Title.startswith("Schreibtisch")]


def book(who, number):
    with As(who):
        made = booking.book(spaces()[number], *house.at(8, 18))
    transaction.commit()
    return made


def test_a_booking_stands_there_at_once_and_goes_at_once(look):
    made = book(ME, 0)
    page = look()
    assert page is not None
    assert "Schreibtisch 1" in page
    with As(ME):
        booking.cancel(spaces()[0], made.id)
    transaction.commit()
    assert look() is not None


def test_what_others_have_taken_is_offered_no_more(look):
    book(OTHER, 0)
    page = look()
    assert "Schreibtisch 2" in page
    assert "Schreibtisch 1" not in page
    book(OTHER, 1)
    day = formatting.weekday(house.workday(2))
    assert day in look()


def test_a_seat_stands_there_at_once(look):
    with As(ME):
        [brain] = api.content.find(portal_type="Workshop")
        workshops.register(brain.getObject(), workshops.member(ME))
    transaction.commit()
    page = look()
    assert page is not None
    assert "angemeldet" in page
