"""Deadlines as calendars behind private addresses (see core/feeds), and for REST and mails.

Each deadline has one UID for ever and a SEQUENCE that grows when its day moves: calendars move
what they have, and cross out what is asked for no more.
"""

from datetime import timedelta
from icalendar import Alarm
from icalendar import Event
from kommunalhub import _
from kommunalhub.booking import calendars
from kommunalhub.core import formatting
from kommunalhub.core.feeds import addresses
from kommunalhub.core.language import in_site_language
from kommunalhub.core.tools import site_url
from kommunalhub.funding.deadlines import keeping
from kommunalhub.funding.deadlines import said
from kommunalhub.funding.deadlines.asked import today
from kommunalhub.funding.deadlines.listing import Asked
from kommunalhub.funding.deadlines.listing import EVERY
from kommunalhub.funding.deadlines.listing import Listing
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import short_title_of
from urllib.parse import urlsplit


#: Name of this feed, see core/feeds.
FEED = "funding-deadlines"
#: What a feed reaches back.
BACK = timedelta(days=366)
#: The day before, calendars say something by themselves.
ALARM = timedelta(days=-1)
TITLE = _("feed_deadlines", default="Deadlines of grants")


def subscribe(userid, partner=""):
    """Return the secret of a new address; partner: an administration, "" for all one may see."""
    return addresses.subscribe(userid, FEED, partner)


def text_of(partner):
    """Return the calendar of an administration, or of all; see IFeed."""
    if partner and partner not in partner_ids():
        return None
    listing = Listing(Asked(state=EVERY, partner=partner, first=today() - BACK), today())
    stamp = formatting.now()
    name = in_site_language(TITLE)
    if partner:
        name = f"{name}: {short_title_of(partner)}"
    return calendars.feed([event_of(row, stamp) for row in listing], name)


def event_of(row, stamp):
    """Return a listing.Row as an Event of a whole day."""
    event, host = Event(), urlsplit(site_url()).hostname or "localhost"
    event.add("uid", f"{row.brain.UID}-{row.number}-{row.key}@{host}")
    event.add("sequence", row.sequence)
    event.add("dtstamp", stamp)
    event.add("dtstart", row.day)
    event.add("dtend", row.day + timedelta(days=1))
    title = in_site_language(said.title(row.kind, row.text))
    if row.how == keeping.DONE:
        title = in_site_language(
            _("feed_deadline_done", default="Done: ${title}", mapping={"title": title})
        )
    event.add("summary", f"{title} ({row.brain.Title})")
    about = f"{row.title} · {short_title_of(row.partner)} · {row.brain.case_number or ''}"
    event.add("description", about)
    event.add("url", row.url)
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if row.how == keeping.DROPPED else "CONFIRMED")
    if not row.how:
        event.add_component(_alarm(title))
    return event


def _alarm(title):
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", ALARM)
    return alarm
