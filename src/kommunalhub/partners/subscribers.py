"""What follows when objects come, move and change."""

from Acquisition import aq_parent
from kommunalhub.partners.assignment import folder_partner
from kommunalhub.partners.assignment import is_folder_of_partner
from kommunalhub.partners.interfaces import IPartnerAssignment
from kommunalhub.partners.localroles import stored_partner
from kommunalhub.partners.operations import give_partner
from kommunalhub.partners.operations import reindex_children
from kommunalhub.partners.rolecache import forget_roles
from zope.component import getUtility
from zope.container.interfaces import IContainerModifiedEvent


def file_under_partner(obj, event):
    """Give a new or moved object its partner: the folder's, else what it has, else the default."""
    if event.newParent is None or is_folder_of_partner(obj):
        return
    folder, stored = folder_partner(aq_parent(obj)), stored_partner(obj)
    partner = folder or stored or getUtility(IPartnerAssignment).default(aq_parent(obj))
    if partner != stored:
        give_partner(obj, partner)


def follow_partner(obj, event):
    """Reindex the children of an object that may have gone over to another partner."""
    if IContainerModifiedEvent.providedBy(event):
        return
    forget_roles()
    if _may_be_about_partner(event):
        reindex_children(obj)


def _may_be_about_partner(event):
    """Tell whether the partner is among what changed, or nobody said what did."""
    names = [name for change in event.descriptions for name in getattr(change, "attributes", ())]
    return not event.descriptions or any(name.endswith("partner") for name in names)


def forget_answers(obj, event):
    """Let nothing answer for the state before a transition: other partners may be asked now."""
    forget_roles()
