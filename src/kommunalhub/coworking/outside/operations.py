"""The verbs: ask with a confirmed address, get a new link, take an application into an account."""

from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.operations import decide
from kommunalhub.booking import holders
from kommunalhub.core.feeds import addresses
from kommunalhub.coworking import operations as coworking
from kommunalhub.coworking import workflow
from kommunalhub.coworking.outside import letters
from kommunalhub.notices.operations import forget_person
from kommunalhub.notices.operations import post
from kommunalhub.security.guests import operations as guests
from kommunalhub.security.guests.pending import Unconfirmed
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent


#: Applications that were typed and whose address is not confirmed yet.
UNCONFIRMED = Unconfirmed("kommunalhub.coworking.pending", "kommunalhub.coworking.confirm")
PAGE = f"{coworking.SECTION}/@@mein-antrag"


def ask(request, values):
    """Keep an application and send the link that confirms its address.

    values: {field: value}, sound. Raises TooManyRequests, pending.Full. An address that was sent
    several mails lately gets none; who asks learns nothing by it.
    """
    email = values["contact_email"].strip().lower()
    if guests.may_mail(request, email):
        key = UNCONFIRMED.key_of(UNCONFIRMED.keep(values))
        post(api.portal.get(), letters.confirming(values["contact_name"], email, key))


def confirm(number, values):
    """Make the application of a confirmed address and hand it in; return the id of its guest.

    Raises ApprovalError where it cannot be handed in any more.
    """
    portal = api.portal.get()
    name, email = values["contact_name"], values["contact_email"]
    guest_id = guests.welcome(name, email, PAGE)
    with guests.acting(guest_id):
        case = createContent(workflow.TYPE, **values)
        case = addContentToContainer(
            coworking.applications_folder(portal), case, checkConstraints=False
        )
        guests.own(guest_id, case.UID())
        decide(case, workflow.SUBMIT)
    UNCONFIRMED.confirmed(number, guest_id)
    post(portal, letters.received(guest_id, case))
    return guest_id


def case_of(guest_id):
    """Return the application of a guest, whoever asks; or None."""
    return guests.subject_of(guest_id, workflow.TYPE)


def renew(request, email):
    """Send fresh links to all applications of an address; the same answer where there is none."""
    if not guests.may_mail(request, email):
        return
    for guest_id in guests.with_address(email):
        case = case_of(guest_id)
        if case is not None:
            post(api.portal.get(), letters.renewed(guest_id, case))


def take_over(guest_id, userid):
    """Let an application belong to an account from now on; its links are not good any more."""
    case = case_of(guest_id)
    case.setCreators((userid,))
    case.manage_delLocalRoles([guest_id])
    case.manage_setLocalRoles(userid, ["Owner"])
    if case.last_editor == guest_id:
        case.last_editor = userid
    IJournal(case).append(entries.OWNER, userid, action=entries.TAKEN_OVER)
    case.reindexObject(idxs=["Creator", "awaiting", "last_editor"])
    case.reindexObjectSecurity()
    addresses.forget_person(guest_id)
    holders.hand_over(guest_id, userid)
    leave(guest_id)


def leave(guest_id):
    """Forget a guest whose application has gone, or belongs to an account."""
    addresses.forget_person(guest_id)
    forget_person(api.portal.get(), guest_id)
    guests.let_go(guest_id)


def case_removed(case):
    """Forget the guest of an application that is deleted."""
    if guests.is_guest(case.Creator()):
        leave(case.Creator())


def is_by_link(case):
    """Return whether the applicant has no account."""
    return guests.is_guest(case.Creator())
