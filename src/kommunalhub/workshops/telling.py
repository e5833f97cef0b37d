"""Who is written to when registrations change, and when a workshop comes near."""

from dataclasses import replace
from kommunalhub.core import formatting
from kommunalhub.core.tools import site
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.operations import post
from kommunalhub.workshops import letters
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage


LETTER_OF_STATE = {
    rules.REGISTERED: letters.REGISTERED,
    rules.WAITING: letters.WAITING,
    rules.OFFERED: letters.OFFERED,
    rules.LAPSED: letters.LAPSED,
    rules.CANCELLED: letters.GIVEN_BACK,
}


def tell_changes(writing):
    """Write to everybody whose registration has changed."""
    found = writing.all() if writing.changed else []
    for one in writing.changed.values():
        kind, told = writing.letters[one.number]
        if kind is None:
            kind = LETTER_OF_STATE[one.state]
        if one.state == rules.WAITING:
            told["place"] = rules.place_of(found, one.number, writing.terms)
        if one.state == rules.OFFERED:
            told["until"] = formatting.moment(one.until)
        if kind:
            send(writing.portal, writing.workshop, one, kind, **told)


def tell_all(workshop, kind, states=rules.ACTIVE, **told):
    """Write one letter to all in some states; return to how many."""
    portal = site()
    found = [one for one in storage.book_of(workshop).all() if one.state in states]
    for one in found:
        send(portal, workshop, one, kind, **told)
    return len(found)


def has_to_remind(book):
    """Return whether somebody who has a seat was not reminded yet."""
    return any(one.state == rules.REGISTERED and not one.reminded for one in book.all())


def remind(workshop):
    """Remind those who have a seat, once."""
    portal, book = site(), storage.book_of(workshop)
    for one in book.all():
        if one.state == rules.REGISTERED and not one.reminded:
            book.put(replace(one, reminded=True))
            send(portal, workshop, one, letters.REMINDER)


def send(portal, workshop, one, kind, **told):
    if not one.email or settings_of(portal) is None:
        return
    moment = formatting.now().isoformat()
    key = f"workshop:{workshop.UID()}:{one.number}:{kind}:{moment}"
    post(portal, letters.letter(portal, workshop, one, kind, key, **told))
