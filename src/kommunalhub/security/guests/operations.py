"""The verbs: welcome a guest, make and take back their links, act for them, let them go."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from kommunalhub.core import links
from kommunalhub.core import tools
from kommunalhub.security import throttle
from kommunalhub.security.guard import find_guard
from kommunalhub.security.guests.plugin import Guest
from kommunalhub.security.guests.plugin import GUESTS
from kommunalhub.security.guests.plugin import PREFIX
from plone import api

import secrets


PURPOSE = "kommunalhub.security.guests"
#: So long a link in a mail is good; each mail brings a new one.
VALID = timedelta(days=30)


def book():
    """Return the book of guests, or None where the site has none."""
    return tools.tool("acl_users").get(GUESTS)


def get(guest_id):
    """Return the Guest with an id, or None."""
    kept = book() if is_guest(guest_id) else None
    return kept.get(guest_id) if kept is not None else None


def is_guest(userid):
    """Return whether an id is one of a guest, here or gone."""
    return bool(userid) and userid.startswith(PREFIX)


def welcome(name, email, page):
    """Return the id of a new guest; the address has been confirmed. `own` says what is theirs."""
    guest_id = PREFIX + secrets.token_hex(8)
    book().put(guest_id, Guest(name, email.strip().lower(), "", page, secrets.token_hex(8)))
    return guest_id


def again(guest_id):
    """Return the id of another guest of the same name and address; each is known for one thing."""
    guest = get(guest_id)
    return welcome(guest.name, guest.email, guest.page)


def own(guest_id, subject):
    """Note the UID of the one thing that a guest is known for."""
    book().put(guest_id, replace(get(guest_id), subject=subject))


def subject_of(guest_id, portal_type):
    """Return what a guest is known for, whoever asks; None where that is nothing of this type."""
    guest = get(guest_id)
    return None if guest is None else tools.thing_of(guest.subject, portal_type=portal_type)


def may_mail(request, email):
    """Return whether an address gets a mail that a stranger asks for; raises TooManyRequests."""
    return throttle.may_mail(find_guard(tools.tool("acl_users")).failures, request, email)


def with_address(email):
    """Return the ids of the guests of an address."""
    kept = book()
    return list(kept.by_email.get(email.strip().lower(), ())) if kept is not None else []


def key_of(guest_id):
    """Return the signed text of a link for a guest."""
    return links.sealed(PURPOSE, [guest_id, get(guest_id).serial])


def way_of(guest_id):
    """Return the path on the site, with a fresh key, of the page that serves a guest; or None."""
    guest = get(guest_id)
    return None if guest is None else f"{guest.page}?{links.KEY}={key_of(guest_id)}"


def guest_with(text, purpose=PURPOSE, valid=VALID):
    """Return the id of the guest whose link is good now, or None."""
    values = links.unsealed(purpose, text, valid)
    if values is None:
        return None
    guest_id, serial = values
    guest = get(guest_id)
    return guest_id if guest is not None and guest.serial == serial else None


def revoke(guest_id):
    """Let no link of a guest be good any more, nor what was opened by one."""
    book().put(guest_id, replace(get(guest_id), serial=secrets.token_hex(8)))


def let_go(guest_id):
    """Forget a guest."""
    kept = book()
    if kept is not None:
        kept.drop(guest_id)


@contextmanager
def acting(guest_id):
    """Act as a guest, for as long as a block lasts; what for is up to the page that serves them."""
    with api.env.adopt_user(user=api.user.get(userid=guest_id)):
        yield
