"""What somebody holds at this moment because they stand in for somebody else."""

from Acquisition import aq_base
from kommunalhub.core import formatting
from kommunalhub.core.private import accounts
from kommunalhub.partners import tokens
from kommunalhub.partners.substitution import rules
from kommunalhub.partners.substitution.interfaces import ICaseType
from kommunalhub.partners.substitution.storage import book_of
from plone import api
from Products.PluggableAuthService.PropertiedUser import PropertiedUser
from zope.component import getUtilitiesFor
from zope.component import queryUtility
from zope.component.hooks import getSite


PLUGIN = "hub_substitution"


def case_types():
    """Return the ids of all types that are decided on, sorted."""
    return sorted(name for name, kind in getUtilitiesFor(ICaseType) if kind.passes)


def case_type_of(obj):
    """Return the portal type of what a substitute decides on too, None for anything else."""
    name = getattr(aq_base(obj), "portal_type", None)
    kind = queryUtility(ICaseType, name=name) if name else None
    return name if kind is not None and kind.passes else None


def own_groups(userid):
    """Return the groups that a person holds without any substitution; none for who is gone."""
    pas = api.portal.get_tool("acl_users")
    if accounts.find(pas, user_id=userid) is None:
        return frozenset()
    person = PropertiedUser(userid).__of__(pas)
    return frozenset(accounts.groups_of(pas, person, without=(PLUGIN,)))


def lent_to(userid):
    """Return {typed group: ids of those it comes from}: what a person holds now as a substitute."""
    book = book_of(getSite()) if userid else None
    if book is None:
        return {}
    now = formatting.now()
    active = [one for one in book.substituted_by(userid, now) if one.is_active(now)]
    if not active:
        return {}
    return rules.lent(active, now, own_groups(userid), own_groups, case_types())


def acting_for(userid, groups, case_type, barred=()):
    """Return for whom a person acts when taking a step of these groups on a case, or None.

    None: they act for themselves, or do not hold one of the groups at all. barred: ids of those
    who must not take the step themselves; nothing comes from them. With several the first named.

        acting_for("paul", ["malente-reviewers"], "CoworkingApplication")
    """
    given = lent_to(userid)
    if not given or not own_groups(userid).isdisjoint(groups):
        return None
    for group in groups:
        for person in given.get(tokens.typed(group, case_type), ()):
            if person not in barred:
                return person
    return None


def substitutes_of(groups, case_type):
    """Return {user id: ids of those they stand in for} of who acts for members of the groups now.

    For those who tell people of a case; real members are not in it.
    """
    book = book_of(api.portal.get())
    if book is None:
        return {}
    now = formatting.now()
    wanted = {tokens.typed(group, case_type) for group in groups if tokens.passes(group)}
    found = {}
    for userid in book.acting(now):
        given = lent_to(userid)
        people = [one for group in sorted(wanted & set(given)) for one in given[group]]
        if people:
            found[userid] = tuple(dict.fromkeys(people))
    return found
