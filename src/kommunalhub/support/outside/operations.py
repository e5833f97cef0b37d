"""The verbs: ask with a confirmed address, get a new link, take a ticket into an account."""

from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.core.kept import kept
from kommunalhub.core.persons import property_of
from kommunalhub.core.tools import site
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.operations import forget_person
from kommunalhub.notices.operations import post
from kommunalhub.security.guests import operations as guests
from kommunalhub.security.guests.pending import Unconfirmed
from kommunalhub.support import operations as support
from kommunalhub.support import workflow
from kommunalhub.support.outside import letters
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent


#: Tickets that were typed and whose address is not confirmed yet.
UNCONFIRMED = Unconfirmed("kommunalhub.support.unconfirmed", "kommunalhub.support.confirm")
PAGE = f"{support.SECTION}/@@meine-anfrage"
#: What of the form says who reports; the rest is the ticket's.
REPORTER = NAME, EMAIL = ("contact_name", "contact_email")


def is_offered():
    """Return whether links can be sent at all."""
    return settings_of(site()) is not None


def ask(request, values):
    """Keep a ticket and send the link that confirms its address.

    values: {field: value}, sound. Raises TooManyRequests, pending.Full. An address that was sent
    several mails lately gets none; who asks learns nothing by it.
    """
    email = values[EMAIL].strip().lower()
    if guests.may_mail(request, email):
        key = UNCONFIRMED.key_of(UNCONFIRMED.keep(values))
        post(site(), letters.confirming(values[NAME], email, key))


def confirm(number, values):
    """Make the ticket of a confirmed address; return the id of its guest."""
    guest_id = welcome(values[NAME], values[EMAIL])
    told = {name: value for name, value in values.items() if name not in REPORTER}
    ticket = make(guest_id, told)
    UNCONFIRMED.confirmed(number, guest_id)
    tell(ticket)
    return guest_id


def welcome(name, email):
    """Return the id of a new guest who reports something."""
    return guests.welcome(name, email, PAGE)


def make(guest_id, values):
    """Return the new ticket of a guest; who has one becomes another guest: a link shows one."""
    if guests.get(guest_id).subject:
        guest_id = guests.again(guest_id)
    with guests.acting(guest_id):
        ticket = createContent(workflow.TYPE, **values)
        ticket = addContentToContainer(site()[support.SECTION], ticket, checkConstraints=False)
    guests.own(guest_id, ticket.UID())
    return ticket


def tell(ticket):
    """Send a guest the link to their ticket, with its number and by when somebody looks at it."""
    post(site(), letters.received(ticket))


def ticket_of(guest_id):
    """Return the ticket of a guest, whoever asks; or None."""
    return guests.subject_of(guest_id, workflow.TYPE)


def renew(request, email):
    """Send fresh links to all tickets of an address; the same answer where there is none."""
    if not guests.may_mail(request, email):
        return
    for guest_id in guests.with_address(email):
        ticket = ticket_of(guest_id)
        if ticket is not None:
            post(site(), letters.renewed(ticket))


def may_take_over(guest_id, userid):
    """Return whether an account has the address that the guest has confirmed."""
    guest = guests.get(guest_id)
    own = property_of(userid, "email").strip().lower() if userid else ""
    return guest is not None and bool(own) and own == guest.email


def take_over(guest_id, userid):
    """Let a ticket belong to an account from now on; its links are not good any more."""
    ticket = ticket_of(guest_id)
    ticket.setCreators((userid,))
    ticket.formerly = guest_id
    ticket.manage_delLocalRoles([guest_id])
    ticket.manage_setLocalRoles(userid, ["Owner"])
    if kept(ticket, "last_editor") == guest_id:
        ticket.last_editor = userid
    IJournal(ticket).append(entries.OWNER, userid, action=entries.TAKEN_OVER)
    ticket.reindexObject(idxs=["Creator", "awaiting", "last_editor"])
    ticket.reindexObjectSecurity()
    forget_person(site(), guest_id)
    guests.let_go(guest_id)


def removed(ticket):
    """Forget the guest of a ticket that is deleted."""
    guest_id = ticket.Creator()
    if guests.is_guest(guest_id):
        forget_person(site(), guest_id)
        guests.let_go(guest_id)
