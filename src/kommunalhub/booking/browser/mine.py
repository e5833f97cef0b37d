"""@@meine-buchungen: what somebody has booked, and what they might book next."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import operations
from kommunalhub.booking import presence
from kommunalhub.booking import repeating
from kommunalhub.booking import retention
from kommunalhub.booking import said
from kommunalhub.booking.browser import days
from kommunalhub.booking.browser import states
from kommunalhub.booking.browser.calendar import proposals
from kommunalhub.booking.interfaces import ISpaceFolder
from kommunalhub.booking.storage import state_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.overview import Piece
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.caching.revision import public_revision
from kommunalhub.core.caching.viewing import view
from kommunalhub.core.persons import name_of
from kommunalhub.core.reading import lasting
from kommunalhub.core.tools import site
from kommunalhub.partners.substitution.browser.moments import day_of
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


DAY_WRONG = _("error_substitution_day", default="Please write the day like 24.12.2026.")
ORDER = _("error_substitution_order", default="The end must be after the beginning.")
#: How many of the next ones „Mein Hub“ shows.
NEXT = 3


class MyBookings(OwnPage):
    """What is not over yet, the next one first."""

    template = ViewPageTemplateFile("templates/mine.pt")

    problem = None

    @cached_property
    def rows(self):
        return rows_of(self.userid)

    @property
    def url(self):
        return f"{self.site_url}/@@meine-buchungen"

    def post(self):
        """Cancel what is booked in a holiday."""
        try:
            first, last = (day_of(self.field(name).strip()) for name in ("first", "last"))
        except ValueError:
            self.problem = DAY_WRONG
        else:
            if last < first:
                self.problem = ORDER
        if self.problem is not None:
            self.request.response.setStatus(400)
            return self.template()
        count = repeating.cancel_days(self.userid, first, last)
        message = _(
            "message_bookings_cancelled", default="Bookings cancelled: ${n}.", mapping={"n": count}
        )
        return self.lead_to(self.url, message)

    def retention_months(self):
        return retention.retention_months()

    def calendar_url(self):
        section = space_folder()
        return f"{section.absolute_url()}/@@kalender" if section is not None else None


class NextBookings(Piece):
    """A piece of „Mein Hub“: the next bookings and a proposal, for who may book anything."""

    def is_shown(self):
        self.calendar, self.best = offered()
        if self.calendar is None:
            return False
        self.rows = rows_of(asking.userid())[:NEXT]
        return bool(self.rows or self.best)


def _state():
    """Return what an offer depends on: who looks, what is booked, what is set."""
    portal = site()
    return *view(), str(public_revision(portal)), *state_of(portal)


@lasting(_state)
def offered():
    """Return (address of the calendar, the best proposal), None for what there is not."""
    section = space_folder()
    if section is None:
        return None, None
    return f"{section.absolute_url()}/@@kalender", next(iter(proposals(section)), None)


def rows_of(userid):
    """Return what a person has booked, ready for templates: [{title, when, url, state}]."""
    now = formatting.now()
    found = []
    mine = [*operations.of_person(userid), *operations.waits_of(userid)]
    for booking in sorted(mine, key=lambda one: one.start):
        space = api.content.get(UID=booking.space)
        if space is None:
            continue
        by = booking.made_by if booking.made_by not in ("", userid) else None
        found.append(
            {
                "title": space.Title(),
                "when": said.when(booking.span),
                "url": days.booking_url(space, booking),
                "purpose": booking.purpose,
                "runs": booking.is_confirmed and booking.start <= now,
                "state": states.shown(booking),
                "awaited": presence.is_awaited(space, booking, now),
                "fixed": booking.kind == bookings.FIXED,
                "by": name_of(by) if by else None,
            }
        )
    return found


def space_folder():
    """Return the folder of spaces that who is signed in may see, None where there is none."""
    found = api.content.find(object_provides=ISpaceFolder.__identifier__, sort_limit=1)
    return found[0]._unrestrictedGetObject() if found else None
