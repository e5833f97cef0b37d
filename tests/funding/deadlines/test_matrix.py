"""Who sees and reports deadlines: role × state of the case × channel."""

from icalendar import Calendar
from kommunalhub.core import asking
from kommunalhub.funding.deadlines import feeds
from kommunalhub.funding.deadlines.asked import today
from kommunalhub.funding.deadlines.listing import Asked
from kommunalhub.funding.deadlines.listing import EVERY
from kommunalhub.funding.deadlines.listing import Listing
from kommunalhub.funding.workflow import KEEP
from people import As
from plone import api


SEE = {"malente-mitarbeit", "malente-redaktion", "malente-pruefung", "beide-mitarbeit"}
HUB = {"berater", "hubleitung"}
OTHERS = {"lensahn-mitarbeit", "lensahn-redaktion", "lensahn-pruefung", "gruenderin"}
#: {state: who says that a deadline was met}
KEEPERS = {"applied": {"malente-redaktion"} | HUB, "granted": {"malente-redaktion"} | HUB}
#: How a case goes on from the state before.
STEPS = (("applied", None), ("granted", "grant"))


def seen():
    """Return how many deadlines there are in the list and in the calendar of who asks."""
    found = Listing(Asked(state=EVERY), today())
    events = Calendar.from_ical(feeds.text_of("")).walk("VEVENT")
    return found.total, len(events)


def test_who_sees_and_who_reports(case, record):
    record(case)
    for state, transition in STEPS:
        if transition:
            with As("berater"):
                api.content.transition(case, transition)
        assert api.content.get_state(case) == state
        for name in SEE | HUB | OTHERS:
            with As(name):
                count = 0 if name in OTHERS else 9
                assert seen() == (count, count), (state, name)
                keeps = name in KEEPERS.get(state, ())
                assert asking.may(KEEP, case) == keeps, (state, name)
