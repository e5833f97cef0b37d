"""The verbs: count what is there of an administration, invite somebody to it."""

from kommunalhub import _
from kommunalhub.core.persons import members_of
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import tool
from kommunalhub.editorial.people import workflow
from kommunalhub.editorial.people.welcome.rules import Standing
from kommunalhub.lib.addresses import is_account_email
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.rules import FUNCTIONS
from kommunalhub.partners.rules import group_id
from kommunalhub.security import accounts
from kommunalhub.security import mails
from kommunalhub.security.userids.sent import NO_EMAIL
from kommunalhub.security.userids.sent import NO_MAIL
from kommunalhub.security.userids.sent import NOT_SENT
from plone import api
from secrets import token_hex
from secrets import token_urlsafe
from smtplib import SMTPException

import logging
import transaction


logger = logging.getLogger(__name__)
LONGEST_NAME = 80
#: What everybody who works there is in.
STAFF = "staff"
NAME_MISSING = _("error_invite_name", default="Please write what the person is called.")
NAME_LONG = _(
    "error_invite_name_long",
    default="Please shorten the name to ${n} characters.",
    mapping={"n": LONGEST_NAME},
)
TAKEN = _(
    "error_invite_taken",
    default="There is an account with this address already. Please put the person into the groups "
    "below instead.",
)


class InviteRefused(ValueError):
    """Nobody is invited like this; `errors` is {field: translatable sentence}."""

    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


def standing_of(partner):
    """Return the Standing of an administration; whoever asks counts all that is there."""
    found = get_partner(partner)
    count = {name: len(members_of(group_id(partner, name))) for name in FUNCTIONS}
    everything = catalog().unrestrictedSearchResults
    area = "/".join((*api.portal.get().getPhysicalPath(), "partner", partner))
    return Standing(
        contact=bool(found.email or found.phone),
        editors=count["editors"],
        reviewers=count["reviewers"],
        positions=len(everything(portal_type=workflow.TYPE, partner=partner)),
        pages=len(everything(path={"query": area, "depth": -1}, portal_type=PAGES)),
    )


PAGES = ("Document", "News Item", "Event", "Link")


def invite(partner, fullname, email, functions):
    """Make an account in the groups of an administration and send its invitation; return its id.

    functions: of FUNCTIONS, besides `staff`. Who is invited signs in with the address and sets a
    password by the link in the mail. Raises InviteRefused; nothing is made then.
    """
    errors = problems(fullname, email)
    if errors:
        raise InviteRefused(errors)
    before = transaction.savepoint(optimistic=True)
    pas = api.portal.get_tool("acl_users")
    user_id = f"{partner}-{token_hex(5)}"
    api.user.create(
        username=user_id,
        email=email,
        password=token_urlsafe(24),  # known to nobody: the mail asks for another
        roles=accounts.ROLES,
        properties={"fullname": fullname},
    )
    pas.updateLoginName(user_id, email)
    for function in dict.fromkeys((STAFF, *functions)):
        api.group.add_user(groupname=group_id(partner, function), username=user_id)
    try:
        tool("portal_registration").registeredNotify(user_id)
    except (ValueError, OSError, SMTPException) as error:
        logger.warning("The invitation to a new account could not be sent", exc_info=True)
        before.rollback()
        raise InviteRefused({"email": NOT_SENT}) from error
    return user_id


def problems(fullname, email):
    """Return {field: translatable sentence} of what keeps somebody from being invited."""
    errors = {}
    if not fullname:
        errors["fullname"] = NAME_MISSING
    elif len(fullname) > LONGEST_NAME:
        errors["fullname"] = NAME_LONG
    if not is_account_email(email):
        errors["email"] = NO_EMAIL
    elif accounts.is_taken(api.portal.get_tool("acl_users"), email):
        errors["email"] = TAKEN
    elif not mails.can_send():
        errors["email"] = NO_MAIL
    return errors
