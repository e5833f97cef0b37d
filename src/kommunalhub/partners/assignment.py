"""Which partner an object gets, and who may pick which (utility IPartnerAssignment)."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.partners import rules
from kommunalhub.partners.interfaces import IHasPartner
from kommunalhub.partners.interfaces import IPartnerAssignment
from kommunalhub.partners.localroles import stored_partner
from kommunalhub.partners.membership import host_partner
from kommunalhub.partners.membership import partners_of
from Products.CMFCore.interfaces import ISiteRoot
from zope.interface import implementer
from zope.schema.interfaces import ConstraintNotSatisfied


class NotThisFolder(ConstraintNotSatisfied):
    __doc__ = _(
        "error_partner_not_this_folder",
        default="This folder belongs to another administration. Please choose the folder's.",
    )


class NotYourPartner(ConstraintNotSatisfied):
    __doc__ = _(
        "error_partner_not_yours",
        default="You can only choose an administration you work for.",
    )


REFUSALS = {"folder": NotThisFolder, "foreign": NotYourPartner}


def is_folder_of_partner(obj):
    """Tell whether `obj` is a plain folder that lends its partner to what is put in."""
    return IHasPartner.providedBy(obj) and obj.portal_type == "Folder"


def folder_partner(context):
    """Return the partner of the nearest partner folder, `context` included, or None."""
    for obj in getattr(context, "aq_chain", ()):
        if ISiteRoot.providedBy(obj):
            break
        if IHasPartner.providedBy(obj) and is_folder_of_partner(obj):
            return stored_partner(obj)
    return None


@implementer(IPartnerAssignment)
class PartnerAssignment:
    """The answers of rules.py for the current user."""

    def default(self, context):
        return rules.default_partner(folder_partner(context), partners_of(), host_partner())

    def refusal(self, context, partner):
        is_case = IHasPartner.providedBy(context) and not is_folder_of_partner(context)
        answer = rules.pick_refusal(
            partner,
            folder=folder_partner(context),
            stored=stored_partner(context) if is_case else None,
            own=partners_of(),
            host=host_partner(),
            free=bool(rules.FREE_CHOICE & set(asking.roles())),
        )
        return REFUSALS[answer](partner) if answer else None
