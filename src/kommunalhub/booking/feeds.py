"""Calendars of bookings behind private addresses, see core/feeds.

What a feed shows is asked each time as the person it was made for: no name of others for an
outsider, nothing of a space they may not see any more.
"""

from dataclasses import replace
from datetime import timedelta
from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import calendars
from kommunalhub.booking import free
from kommunalhub.booking import operations
from kommunalhub.booking import rights
from kommunalhub.booking.rules import Span
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.agenda import gathering as agenda
from kommunalhub.core.feeds import addresses
from kommunalhub.core.language import in_site_language
from kommunalhub.core.tools import site_url
from plone.uuid.interfaces import IUUID
from urllib.parse import urlsplit


#: Name of this feed, see core/feeds.
FEED = "bookings"
#: What a feed reaches back, and a space's ahead.
BACK, AHEAD, YEAR = timedelta(days=30), timedelta(days=120), timedelta(days=366)
TAKEN = _("slot_busy", default="taken")
MINE = _("link_my_bookings", default="My bookings")


def subscribe(userid, uid=""):
    """Return the secret of a new address for a person; uid: of a space, "" for their bookings."""
    return addresses.subscribe(userid, FEED, uid)


def revoke(userid, uid=""):
    """Let the address of a person be good no more."""
    addresses.revoke(userid, FEED, uid)


def is_subscribed(userid, uid=""):
    return addresses.is_subscribed(userid, FEED, uid)


def text_of(uid):
    """Return the calendar of a space, or the own one without a UID; see core/feeds."""
    if not uid:
        return own()
    space = operations.space_of(uid)
    if space is None or not asking.may("View", space):
        return None
    return of_space(space)


def own():
    """Return all dates of who asks, of whatever offer: see core/agenda."""
    now = formatting.now()
    found = agenda.own(now - BACK, now + YEAR)
    return agenda.calendar_text(found, in_site_language(MINE))


def of_space(space):
    now = formatting.now()
    events = []
    for claim in free.claims_of(space, Span(now - BACK, now + AHEAD)):
        booking = free.booking_of(claim)
        closed = booking.kind == bookings.CLOSED
        called = booking.purpose if closed else rights.called(booking)
        # by another UID than the holder's own entry, which a calendar must not take it for
        shown = replace(booking, id=f"{booking.id}-{IUUID(space)[:8]}")
        events.append(event(shown, space, called or in_site_language(TAKEN)))
    return calendars.feed(events, space.Title())


def event(booking, space, called):
    title = space.Title()
    summary = f"{title}: {called}" if called else title
    host = urlsplit(site_url()).hostname or "localhost"
    stamp = booking.made or booking.start
    return calendars.event_of(booking, summary, title, None, stamp, host)
