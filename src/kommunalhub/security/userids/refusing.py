"""Why an account or a group cannot have an id, in a sentence for whoever wanted to give it."""

from kommunalhub import _
from kommunalhub.security.guests.operations import is_guest
from kommunalhub.security.userids import rules
from kommunalhub.security.userids.book import is_departed
from plone import api


FAULTS = {
    "form": _(
        "error_userid_form",
        default="Please use small letters a–z, digits, full stops, hyphens and underscores only, "
        "and begin with a letter or a digit. Write ä as ae and ß as ss.",
    ),
    "long": _(
        "error_userid_long",
        default="Please use ${n} characters at most.",
        mapping={"n": rules.LONGEST},
    ),
}
DEPARTED = _(
    "error_userid_departed",
    default="An account of this name was here before and has been deleted. So that nobody is taken "
    "for somebody else, the name is not given again. Please choose another one.",
)
TAKEN = _(
    "error_userid_taken",
    default="There is an account or a group of this name already. Please choose another one.",
)


def refusal(user_id):
    """Return a translatable sentence that says why nobody can get this id, or None.

    Whether somebody has it at present is not asked, see `refusal_of_new`.
    """
    fault = rules.fault_of(user_id)
    if fault is not None:
        return FAULTS[fault]
    if is_guest(user_id):
        return TAKEN
    return DEPARTED if is_departed(user_id) else None


def refusal_of_new(user_id):
    """Return what keeps a new account or group from this id, or None."""
    message = refusal(user_id)
    if message is not None:
        return message
    tool = api.portal.get_tool("portal_registration")
    return None if tool.isMemberIdAllowed(user_id) else TAKEN
