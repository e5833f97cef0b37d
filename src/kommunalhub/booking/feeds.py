"""Calendars to subscribe to, by private addresses that can be taken back.

Only a hash of the secret in an address is kept. What a feed shows is asked each time as the person
it was made for: no name of others for an outsider, nothing of a space they may not see any more.
"""

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import calendars
from kommunalhub.booking import free
from kommunalhub.booking import operations
from kommunalhub.booking import rights
from kommunalhub.booking.rules import Span
from kommunalhub.booking.storage import book_of
from kommunalhub.booking.storage import ensured_book_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.agenda import gathering as agenda
from kommunalhub.core.agenda.calendars import calendar_of
from kommunalhub.core.language import in_site_language
from kommunalhub.core.persons import is_there
from kommunalhub.core.tools import site
from kommunalhub.core.tools import site_url
from plone import api
from plone.uuid.interfaces import IUUID
from urllib.parse import urlsplit

import secrets


#: What a feed reaches back, and a space's ahead.
BACK, AHEAD, YEAR = timedelta(days=30), timedelta(days=120), timedelta(days=366)
TAKEN = _("slot_busy", default="taken")
MINE = _("link_my_bookings", default="My bookings")


def subscribe(userid, uid=""):
    """Return the secret of a new address for a person; the one they had is not good any more.

    uid: of a space, "" for their own bookings.
    """
    revoke(userid, uid)
    secret = secrets.token_urlsafe(24)
    ensured_book_of(site()).feeds[hash_of(secret)] = (userid, uid)
    return secret


def revoke(userid, uid=""):
    """Let the address of a person be good no more."""
    book = book_of(site())
    for key, kept in list(book.feeds.items()) if book is not None else ():
        if kept == (userid, uid):
            del book.feeds[key]


def forget_person(userid):
    """Revoke all addresses of a person."""
    book = book_of(site())
    for key, (who, _uid) in list(book.feeds.items()) if book is not None else ():
        if who == userid:
            del book.feeds[key]


def is_subscribed(userid, uid=""):
    book = book_of(site())
    return book is not None and (userid, uid) in book.feeds.values()


def hash_of(secret):
    return sha256(secret.encode()).hexdigest()


def text_of(secret):
    """Return the calendar behind a secret, or None where there is none (any more)."""
    book = book_of(site())
    kept = book.feeds.get(hash_of(secret)) if book is not None else None
    if kept is None or not is_there(kept[0]):
        return None
    userid, uid = kept
    with as_person(userid):
        if not uid:
            return own(userid)
        space = operations.space_of(uid)
        if space is None or not asking.may("View", space):
            return None
        return of_space(space)


@contextmanager
def as_person(userid):
    with api.env.adopt_user(user=api.user.get(userid=userid)):
        yield


def own(userid):
    """Return all dates of a person, of whatever offer: see core/agenda."""
    now = formatting.now()
    found = agenda.own(now - BACK, now + YEAR)
    return calendar_of(found, now, in_site_language(MINE))


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
