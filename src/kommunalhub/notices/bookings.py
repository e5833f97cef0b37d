"""What people hear of their bookings: made, changed, cancelled, with a file for their calendar."""

from datetime import datetime
from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import said
from kommunalhub.booking.rules import Span
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.notices import audience
from kommunalhub.notices import rules
from kommunalhub.notices import texts
from kommunalhub.notices.address import link_to
from kommunalhub.notices.box import ensure_box
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.letters.bookings import booking_letter
from kommunalhub.notices.letters.bookings import ITSELF
from kommunalhub.notices.letters.bookings import LEFT
from kommunalhub.notices.letters.bookings import OFFERED
from kommunalhub.notices.letters.bookings import SENTENCES
from kommunalhub.notices.letters.bookings import Told
from kommunalhub.notices.letters.bookings import what_of
from kommunalhub.notices.operations import post
from plone import api


KIND = "booking"
TITLE = _("notice_title_booking", default="Booking")
WHY = _("notice_why_booking", default="It is about a booking of yours.")


def tell_of(portal, event):
    """Tell the holder of a booking what became of it; the bell only of what others did.

    What was decided on is told by its case, and closed times concern nobody.
    """
    new = event.new
    what = what_of(event.old, new)
    side = 2 if what in ITSELF or event.by is None else int(event.by != new.holder)
    if what is None or (what == LEFT and not side):
        return  # somebody has checked in, or knows that they have left the waiting list
    member = api.user.get(userid=new.holder) if new.holder else None
    if new.kind != bookings.BOOKING or member is None:
        return
    notice = {
        "case": "",
        "number": "",
        "type": "",
        "seq": 0,
        "kind": KIND,
        "action": what,
        "to": None,
        "actor": event.by or "" if side < 2 else "",
        "behalf": None,
        "reason": rules.AWAITS,
        "muted": False,
        "side": side,
        "space": event.space.Title(),
        "start": new.start.isoformat(),
        "end": new.end.isoformat(),
        "until": new.until.isoformat() if new.until else None,
    }
    _write(portal, audience.person_of(member), notice, event)


def _write(portal, person, notice, event):
    box, ways = ensure_box(portal, person.userid), {}
    for channel in rules.CHANNELS:
        # A time comes whether or not the summary of tomorrow has told of it.
        way = rules.way(channel, box.mode(channel), notice["reason"])
        ways[channel] = rules.NEVER if way == rules.NEVER else rules.NOW
    if notice["side"]:  # not to ring for what one has just done
        box.add(formatting.now(), {**notice, **ways})
    settings = settings_of(portal)
    if ways["mail"] == rules.NOW and person.email and settings is not None:
        booking = event.new
        told = Told(
            booking=booking,
            space=event.space,
            sentence=sentence(notice),
            reason=event.reason,
            key=f"{KIND}:{booking.id}:{booking.sequence}:{notice['action']}:{person.userid}",
            sender=(settings.sender_name, settings.sender),
            what=notice["action"],
            link=page_of(portal, event) if notice["action"] == OFFERED else "",
        )
        post(portal, booking_letter(portal, person, told))


def page_of(portal, event):
    return f"{link_to(portal, event.space, 'buchung')}?id={event.new.id}"


def sentence(notice):
    """Return what such a notice says, translatable."""
    return filled(SENTENCES[notice["action"]][notice["side"]], _mapping(notice))


def _mapping(notice):
    start, end = (datetime.fromisoformat(notice[name]) for name in ("start", "end"))
    return {
        "other": texts.name_of(notice["actor"]) if notice["actor"] else "",
        "space": notice["space"],
        "when": said.when(Span(start, end)),
        "until": until_text(notice.get("until")),
    }


def until_text(moment):
    return formatting.moment(datetime.fromisoformat(moment)) if moment else ""
