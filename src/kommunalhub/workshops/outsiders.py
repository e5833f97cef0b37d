"""People without an account: nothing of theirs is kept before they have followed a link.

The link carries what they typed, signed; only who reads that mailbox can follow it.
"""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core import links
from kommunalhub.core.tools import site
from kommunalhub.core.tools import tool
from kommunalhub.notices.address import link_to
from kommunalhub.notices.operations import post
from kommunalhub.security import throttle
from kommunalhub.security.guard import find_guard
from kommunalhub.workshops import letters
from kommunalhub.workshops import operations
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from kommunalhub.workshops.operations import Applicant


#: So long the link in the mail can be followed.
VALID = timedelta(days=2)


def ask(workshop, request, applicant):
    """Send the link with which an Applicant confirms their address. Raises TooManyRequests.

    An address that was sent several mails lately gets none; who asks learns nothing by it.
    """
    guard = find_guard(tool("acl_users"))
    if not throttle.may_mail(guard.failures, request, applicant.email):
        return
    portal, now = site(), formatting.now()
    key = sealed(workshop, applicant, now)
    one = rules.Registration(
        number=0, name=applicant.name, email=applicant.email, state="", made=now, changed=now
    )
    where = link_to(portal, workshop, letters.CONFIRM_PAGE)
    if applicant.hub:  # who may not be allowed to view the workshop
        where = link_to(portal, view=letters.GUEST_CONFIRM_PAGE)
    link = f"{where}?{links.KEY}={key}"
    name = f"workshop-confirm:{workshop.UID()}:{applicant.email}:{now.isoformat()}"
    post(portal, letters.letter(portal, workshop, one, letters.CONFIRMING, name, link))


def sealed(workshop, applicant, now):
    values = [
        workshop.UID(),
        applicant.name,
        applicant.email,
        applicant.organisation,
        applicant.needs,
        applicant.hub,
        applicant.admission,
    ]
    return links.sealed(letters.CONFIRM, values, now)


def applicant_in(workshop, text):
    """Return the Applicant of a link that is still valid, else None."""
    values = links.unsealed(letters.CONFIRM, text, VALID)
    if values is None or values[0] != workshop.UID():
        return None
    names = ("name", "email", "organisation", "needs", "hub", "admission")
    return Applicant(**dict(zip(names, values[1:], strict=False)))


def confirm(workshop, applicant):
    """Register an Applicant who followed the link, once; return the Registration."""
    book = storage.book_of(workshop)
    found = book.of(f"mail:{applicant.email.strip().lower()}")
    if found is not None:
        return found
    [one] = operations.register(workshop, applicant)
    return one
