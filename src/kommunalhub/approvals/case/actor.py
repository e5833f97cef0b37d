"""Who looks at a case, and in which roles; by themselves or in place of somebody absent."""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from dataclasses import replace
from kommunalhub.approvals import rules
from kommunalhub.approvals.case import awaiting
from kommunalhub.approvals.case import insiders
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.case.facts import is_brain
from kommunalhub.approvals.processes import process_of
from kommunalhub.core.reading import once
from kommunalhub.partners import tokens
from kommunalhub.partners.rules import roles_of
from kommunalhub.partners.substitution.rights import lent_to


#: Who acts where nobody is logged in.
SYSTEM = "system"


def current_actor():
    """Return who is logged in, with the roles held everywhere."""
    user = getSecurityManager().getUser()
    groups = groups_of(user)
    acting = lent_to(user.getId()) if stands_in(user) else {}
    roles = frozenset(user.getRoles())
    return rules.Actor(
        userid=user.getId() or SYSTEM,
        groups=frozenset((*tokens.real(groups), *acting)),
        roles=roles,
        acting=acting,
        unattended=not user.getId() and "Manager" in roles,
    )


def groups_of(user):
    """Return the group ids of a user object; one of Zope's own would acquire the user folder's."""
    return tuple(user.getGroups()) if hasattr(aq_base(user), "getGroups") else ()


def stands_in(user):
    """Tell whether a user object has been given groups of somebody absent."""
    return any(map(tokens.is_typed, groups_of(user)))


def actor_on(case, facts, actor=None):
    """Return the Actor with the roles held on this case.

    actor: whom to look at, as from `current_actor()`; None for who is logged in. Roles stored on
    an object count only where the object itself is asked about the person who is logged in.
    """
    if actor is None and not is_brain(case):
        user = getSecurityManager().getUser()
        me = current_actor()
        roles, lent = frozenset(user.getRolesInContext(case)), lent_on(facts, me)
        # A substitution may have ended since the request began: what came from it is gone.
        over = set(groups_of(user)) - me.groups
        roles -= computed_roles(facts, over) - own_roles(facts, me) - set(lent)
        return replace(me, roles=roles, lent=lent)
    actor = actor or current_actor()
    lent = lent_on(facts, actor)
    return replace(actor, roles=own_roles(facts, actor) | set(lent), lent=lent)


def computed_roles(facts, groups):
    """Return the roles that groups give on a case by the administrations it has to do with."""
    return roles_of(groups, facts.partner, facts.asked, facts.portal_type)


@once
def me_on(case):
    """Return who is logged in with the roles held on a case (an object).

    Owner only where it is this case that they own: who made a folder owns all in it by acquisition.
    """
    facts = facts_of(case)
    actor = actor_on(case, facts)
    roles = actor.roles - {"Owner"}
    own = case.get_local_roles_for_userid(actor.userid)
    if actor.userid in facts.owners or "Owner" in own:
        roles |= {"Owner"}
    return replace(actor, roles=roles)


def own_roles(facts, actor):
    """Return the roles on a case that are not those of somebody absent; `actor.roles`: global."""
    roles = actor.roles | computed_roles(facts, tokens.real(actor.groups))
    return roles | {"Owner"} if actor.userid in facts.owners else roles


def lent_on(facts, actor):
    """Return {role: whom it comes from} of roles held on a case as a substitute alone."""
    if not actor.acting:
        return {}
    own, lent = own_roles(facts, actor), {}
    for group, people in actor.acting.items():
        for role in computed_roles(facts, [group]) - own:
            lent[role] = tuple(dict.fromkeys((*lent.get(role, ()), *people)))
    return lent


def is_involved(obj):
    """Return whether who is logged in may read the journal of a case (see awaiting)."""
    process = process_of(obj.portal_type)
    if process is None:
        return False
    roles = getSecurityManager().getUser().getRolesInContext(obj)
    return bool(awaiting.involved_roles(process).intersection(roles))


@once
def reads_notes(case):
    """Return whether who is logged in reads the internal notes of a case."""
    process = process_of(case.portal_type)
    return process is not None and insiders.is_inside(process, facts_of(case), me_on(case))


def visible_entries(case, entries):
    """Return those of a journal's entries that who is logged in may read."""
    return insiders.visible(entries, reads_notes(case))
