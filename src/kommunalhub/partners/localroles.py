"""Roles computed from an object's partner: Malente's reviewers review Malente's cases alone."""

from Acquisition import aq_base
from borg.localrole.interfaces import ILocalRoleProvider
from kommunalhub.partners import rules
from kommunalhub.partners.interfaces import IAskedPartners
from kommunalhub.partners.interfaces import IHasPartner
from kommunalhub.partners.rolecache import role_tables
from kommunalhub.partners.substitution.rights import case_type_of
from zope.component import adapter
from zope.component import subscribers
from zope.interface import implementer


def stored_partner(obj):
    """Return the partner id kept on the object itself, or None.

    Never by plain attribute access: acquisition would answer with a folder's partner, and
    Dexterity with the schema's default, which depends on who is looking.
    """
    base = aq_base(obj)
    activate = getattr(base, "_p_activate", None)
    if activate is not None:
        activate()  # the __dict__ of a ghost is empty
    return base.__dict__.get("partner") or None


def partner_of(obj):
    """Return the partner of an object, or of what it stands in: pages belong where they are."""
    for around in getattr(obj, "aq_chain", (obj,)):
        if IHasPartner.providedBy(around):
            found = stored_partner(around)
            if found:
                return found
    return None


def asked_partners(obj):
    """Return the ids of the partners asked for their consent, without doubles."""
    answers = subscribers((obj,), IAskedPartners)
    return tuple(dict.fromkeys(partner for answer in answers for partner in answer))


def local_roles_of(obj):
    """Return {group id: roles} computed for an IHasPartner object, afresh."""
    return rules.local_roles(partner_of(obj), asked_partners(obj), case_type_of(obj))


def remembered_roles_of(obj):
    """Return the same, computed once in a request: to ask who else is asked takes most of it."""
    key, tables = (getattr(obj, "_p_oid", None), partner_of(obj)), role_tables()
    if key[0] is None or tables is None:
        return local_roles_of(obj)
    if key not in tables:
        tables[key] = local_roles_of(obj)
    return tables[key]


@implementer(ILocalRoleProvider)
@adapter(IHasPartner)
class PartnerRoles:
    """Answers permission checks (getRoles) and the catalog (getAllRoles) from one table."""

    def __init__(self, context):
        self.context = context
        self._roles = None

    def getRoles(self, principal_id):
        if self._roles is None:  # borg asks one adapter for the person and for each group
            self._roles = remembered_roles_of(self.context)
        return self._roles.get(principal_id, ())

    def getAllRoles(self):
        return local_roles_of(self.context).items()
