"""Which partners there are and who works for them."""

from AccessControl.SecurityManagement import getSecurityManager
from Acquisition import aq_base
from dataclasses import dataclass
from kommunalhub.core import registry
from kommunalhub.core.reading import once
from kommunalhub.partners import rules
from kommunalhub.partners import tokens
from kommunalhub.partners.interfaces import IPartner
from plone import api
from plone.registry.interfaces import IRegistry
from zope.component import queryUtility
from zope.interface import implementer


PREFIX = "kommunalhub.partners"


@implementer(IPartner)
@dataclass(frozen=True)
class Partner:
    """What is known of one administration; a copy, changing it changes nothing."""

    id: str
    title: str
    short_title: str
    kind: str
    colour: str
    email: str | None = None
    phone: str | None = None
    address: str | None = None


def records():
    """Return the collection {partner id: registry records} (see plone.registry)."""
    kept = queryUtility(IRegistry)
    return kept.collectionOfInterface(IPartner, prefix=PREFIX, check=False)


def partner_ids():
    """Return the ids of all partners, sorted."""
    if queryUtility(IRegistry) is None:
        return ()
    return tuple(records())


@once
def get_partner(partner):
    """Return the Partner with this id, or None."""
    kept = queryUtility(IRegistry)
    # What is read is remembered by a request; whether there is such a partner must not be.
    if not partner or kept is None or f"{PREFIX}/{partner}.title" not in kept.records:
        return None
    known = {name: kept.get(f"{PREFIX}/{partner}.{name}") for name in IPartner.names()}
    return Partner(id=partner, **known)


def host_partner():
    """Return the id of the partner that houses the co-working space."""
    return registry.read("kommunalhub.host_partner")


def operator_partner():
    """Return the id of the partner that runs the hub."""
    return registry.read("kommunalhub.operator_partner")


def operator_title():
    """Return the name of the partner that runs the hub."""
    operator = get_partner(operator_partner())
    return operator.title if operator else ""


def groups_of_user(user_id=None):
    """Return the group ids of a person, or of who is logged in; () for nobody.

    Without those that somebody holds for a while as a substitute. A user of Zope's own, who would
    acquire the user folder's `getGroups`, is in none.
    """
    user = getSecurityManager().getUser() if user_id is None else api.user.get(userid=user_id)
    if hasattr(aq_base(user), "getUser"):  # around it Plone's record of the member
        user = user.getUser()
    return tokens.real(user.getGroups()) if hasattr(aq_base(user), "getGroups") else ()


@once
def partners_of(user_id=None):
    """Return the ids of the partners a person (or who is logged in) works for, sorted."""
    return rules.partners_of(groups_of_user(user_id), partner_ids())
