"""Who a mail is from: accounts by their address, and marks that were signed for one of them."""

from contextlib import contextmanager
from kommunalhub.core import links
from kommunalhub.core.kept import kept
from kommunalhub.core.persons import property_of
from kommunalhub.core.tools import site
from kommunalhub.core.tools import tool
from kommunalhub.security.guests import operations as guests
from kommunalhub.support.interfaces import ISupportTicket
from kommunalhub.support.mail import rules
from kommunalhub.support.operations import SECTION
from plone import api

import hmac


PURPOSE = "kommunalhub.support.mail"


def accounts_of(address):
    """Return the ids of the accounts with an address, without regard to capitals."""
    if not address:
        return []
    found = {user["userid"] for user in tool("acl_users").searchUsers(email=address)}
    return sorted(
        userid for userid in found if property_of(userid, "email").strip().lower() == address
    )


def known_as(address):
    """Return the ids of all who may be meant by an address: accounts and guests."""
    return [*accounts_of(address), *guests.with_address(address)]


def mark_for(ticket, userid):
    """Return the mark of a ticket for a person, for a letter to them."""
    digest = links.sign(PURPOSE, f"{ticket.UID()} {userid}")
    return rules.mark_of(kept(ticket, "case_number"), rules.signed(digest))


def is_theirs(ticket, userid, signature):
    """Return whether a mark of a ticket was signed for a person."""
    digest = links.signature(PURPOSE, f"{ticket.UID()} {userid}")
    return digest is not None and hmac.compare_digest(rules.signed(digest), signature)


def is_theirs_before(ticket, signature):
    """Return whether a mark was signed for the guest whose ticket it was before."""
    guest_id = kept(ticket, "formerly")
    return bool(guest_id) and is_theirs(ticket, guest_id, signature)


def marked(marks, people):
    """Return (ticket, user id) of the first mark that was signed for one of them, else None."""
    for number, signature in marks:
        ticket = numbered(number)
        for userid in people if ticket is not None else ():
            if is_theirs(ticket, userid, signature):
                return ticket, userid
            if userid == ticket.Creator() and is_theirs_before(ticket, signature):
                return ticket, userid
    return None


def numbered(number):
    """Return the ticket with a number, whoever asks, or None."""
    folder = site().get(SECTION)
    found = None if folder is None else folder.get(number.lower())
    return found if ISupportTicket.providedBy(found) else None


@contextmanager
def acting(userid):
    """Act as a person, an account or a guest, for as long as a block lasts."""
    with api.env.adopt_user(user=api.user.get(userid=userid)):
        yield


def helps(userid):
    """Return whether a person works on tickets of others."""
    person = api.user.get(userid=userid)
    return person is not None and "SupportAgent" in person.getRoles()
