"""Closed times: who is hit is shown, then told; nobody books over them."""

from kommunalhub.booking import closing
from kommunalhub.booking import free
from kommunalhub.booking import operations
from kommunalhub.booking import repeating
from kommunalhub.booking import rules
from kommunalhub.booking import series as kinds
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import IBookingChanged
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.series import Series
from kommunalhub.core.resources import ResourceState
from plone.uuid.interfaces import IUUID
from zope.component import getGlobalSiteManager
from zope.event import notify
from zope.i18n import translate

import pytest
import transaction


@pytest.fixture
def desk(portal, house):
    return house.add_space(portal)


@pytest.fixture
def heard():
    """What is told of bookings: [(holder, whether it still holds, reason)]."""
    told = []

    def listen(event):
        if event.old is not None:
            told.append((event.new.holder, event.new.is_firm, event.reason))

    sites = getGlobalSiteManager()
    sites.registerHandler(listen, (IBookingChanged,))
    yield told
    sites.unregisterHandler(listen, (IBookingChanged,))


def test_what_is_booked_then_is_given_back_with_the_reason(desk, house, heard):
    with house.As("mia"):
        operations.book(desk, *house.at(9, 12))
        kept = operations.book(desk, *house.at(15, 16))
    with house.As("hilde"):
        span = rules.Span(*house.at(10, 14))
        assert [one.holder for one in closing.hits(desk, span)] == ["mia"]
        closing.close(desk, *house.at(10, 14), "Lampe defekt")
    assert heard == [("mia", True, "Lampe defekt")]
    with house.As("mia"):
        first, second = operations.of_person("mia")
        assert (first.end, second) == (house.at(9, 10)[1], kept)
        with pytest.raises(SlotTaken):
            operations.book(desk, *house.at(13, 14.5))


def test_a_fixed_place_goes_on_after_it(desk, house):
    whole = rules.Span(
        rules.local_moment(house.workday(1), 0), rules.local_moment(house.workday(9), 0)
    )
    operations.assign(desk, whole, "mia", "0" * 32)
    with house.As("hilde"):
        closing.close(desk, *house.at(8, 18, 3), "Grundreinigung")
    with house.As("mia"):
        before, after = operations.of_person("mia")
    assert (before.end, after.start, after.end) == (*house.at(8, 18, 3), whole.end)
    assert after.source == before.source


def test_a_hall_that_is_closed_closes_its_parts(portal, house):
    hall = house.add_space(portal, "Halle", kind="hall")
    part = house.add_space(portal, "Teil", kind="hall", part_of=IUUID(hall))
    with house.As("mia"):
        made = operations.book(part, *house.at(9, 12))
    with house.As("hilde"):
        closing.close(hall, *house.at(8, 18), "Feuerwehr")
    assert not operations.get(part, made.id).is_firm
    with house.As("mia"), pytest.raises(SlotTaken):
        operations.book(part, *house.at(15, 16))


def test_closing_twice_and_opening_again(desk, house):
    with house.As("hilde"):
        first = closing.close(desk, *house.at(10, 12), "Eins")
        second = closing.close(desk, *house.at(11, 14), "Zwei")
        assert (first.span, second.start) == (rules.Span(*house.at(10, 12)), first.end)
        assert closing.close(desk, *house.at(10, 12), "Eins") is None
        operations.cancel(desk, first.id)
        operations.cancel(desk, second.id)
    with house.As("mia"):
        operations.book(desk, *house.at(9, 15))


def test_only_the_hub_management_closes_and_says_why(desk, house):
    with house.As("mia"), pytest.raises(NotYours):
        closing.close(desk, *house.at(9, 12), "Ich will Ruhe")
    with house.As("hilde"):
        for times, reason in (((9, 12), " "), ((12, 9), "x"), ((9, 12), "x" * 301)):
            with pytest.raises(BookingRefused):
                closing.close(desk, *house.at(*times), reason)


def test_whoever_knows_of_it_closes_by_an_event(desk, house):
    notify(ResourceState(IUUID(desk), *house.at(9, 12), "Bildschirm defekt"))
    notify(ResourceState("0" * 32, *house.at(9, 12), "kein Platz"))
    [claim] = free.claims_of(desk, rules.Span(*house.at(8, 18)))
    assert free.booking_of(claim).purpose == "Bildschirm defekt"


def test_the_page_shows_whom_it_hits_first(functional, web, house):
    desk = house.add_space(web)
    with house.As("mia"):
        made = operations.book(desk, *house.at(9, 12))
    transaction.commit()
    visitor = house.browser(functional, "hilde")
    visitor.open(desk.absolute_url())
    visitor.getLink("Zeitweise sperren").click()
    day = house.workday().isoformat()
    for name, value in (("start_date", day), ("end_date", day), ("reason", "Umzug")):
        visitor.getControl(name=name).value = value
    visitor.getControl("Ansehen, wen es trifft").click()
    assert "Mia Beispiel" in visitor.contents
    transaction.begin()
    assert operations.get(desk, made.id).is_firm
    visitor.getControl("Sperren", index=0).click()
    transaction.begin()
    assert not operations.get(desk, made.id).is_firm
    stranger = house.browser(functional, "mia")
    stranger.open(desk.absolute_url())
    assert "Zeitweise sperren" not in stranger.contents
    calendar = house.browser(functional)
    calendar.open(f"{web.absolute_url()}/haus/@@kalender?date={day}")
    assert "Umzug" in calendar.contents


def test_whoever_is_refused_learns_that_it_is_closed_and_why(desk, house):
    """Closed on a page, in a series and over REST: see tests/browser/test_hall.py for the form."""
    with house.As("hilde"):
        closing.close(desk, *house.at(10, 14), "Bürgerempfang")
    with house.As("mia"):
        with pytest.raises(SlotTaken) as refused:
            operations.book(desk, *house.at(13, 15))
        day = house.workday()
        series = Series(day, day, kinds.DAYS, 11 * 60, 12 * 60)
        [found] = repeating.preview(desk, series, "mia")
    sentence = translate(closing.told_of(refused.value.claims), target_language="de")
    assert sentence.startswith(f"{desk.Title()} ist gesperrt: ")
    assert sentence.endswith("10:00–14:00 Uhr. Grund: Bürgerempfang")
    assert translate(found.problem, target_language="de") == sentence


def test_what_somebody_booked_is_not_called_closed(desk, house):
    with house.As("mia"):
        operations.book(desk, *house.at(9, 12))
    with house.As("lena"), pytest.raises(SlotTaken) as refused:
        operations.book(desk, *house.at(9, 12))
    assert closing.told_of(refused.value.claims) is None
