"""What is known of a case and of the person who looks at it, from the object or from a brain.

A listing asks with brains: then nothing here wakes an object.
"""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from kommunalhub.approvals import rules
from kommunalhub.approvals import workflows
from kommunalhub.approvals.consents.storage import known_of
from kommunalhub.approvals.conversation.questions import open_questions
from kommunalhub.approvals.interfaces import ICaseExtra
from kommunalhub.approvals.interfaces import IProcess
from kommunalhub.core.reading import once
from kommunalhub.partners.localroles import asked_partners
from kommunalhub.partners.localroles import partner_of
from kommunalhub.partners.rules import roles_of
from kommunalhub.partners.substitution import tokens
from kommunalhub.partners.substitution.rights import lent_to
from Products.ZCatalog.interfaces import ICatalogBrain
from zope.component import getUtilitiesFor
from zope.component import queryAdapter
from zope.component import queryUtility


# The index `due` sorts and must therefore know every case: this stands for "no due date".
NEVER = datetime(2499, 12, 31, tzinfo=UTC)
SYSTEM = "system"


def process_of(portal_type):
    """Return the Process of a type, or None when it is not one that is decided on."""
    return queryUtility(IProcess, name=portal_type)


def case_types():
    """Return the ids of all types that are decided on, sorted."""
    return sorted(name for name, process in getUtilitiesFor(IProcess))


def is_page(obj):
    """Return whether an object is a page that is released, not a case with a page of its own."""
    process = process_of(getattr(aq_base(obj), "portal_type", None) or "")
    return process is not None and process.is_page


def is_brain(case):
    return ICatalogBrain.providedBy(case)


def extra_of(obj):
    """Return the dict of plain values that the conditions of a case need."""
    extra = queryAdapter(obj, ICaseExtra)
    extra = dict(extra() if callable(extra) else extra or {})
    asked = asked_partners(obj)
    if asked:
        extra["asked"] = tuple(asked)
    extra.update(known_of(obj))
    questions = open_questions(obj)
    if questions:
        extra["question"] = questions[-1]["seq"]
    return extra


@once
def facts_of(case):
    """Return the CaseFacts of an object or a brain."""
    if is_brain(case):
        return rules.CaseFacts(
            portal_type=case.portal_type,
            state=case.review_state,
            partner=case.partner or None,
            creator=case.Creator,
            last_editor=case.last_editor or None,
            extra=case.case_extra or {},
        )
    return rules.CaseFacts(
        portal_type=case.portal_type,
        state=workflows.state_of(case),
        partner=partner_of(case),
        creator=case.Creator(),
        last_editor=kept(case, "last_editor"),
        extra=extra_of(case),
    )


def kept(obj, name):
    """Return what a case keeps on itself under `name`, never something acquired, or None."""
    return getattr(aq_base(obj), name, None)


def due_of(case):
    """Return when a case (object or brain) is due, in UTC, or None."""
    if not is_brain(case):
        return kept(case, "due")
    due = case.due
    return due if isinstance(due, datetime) and due < NEVER else None


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
    return roles_of(groups, facts.partner, facts.asked, facts.portal_type)


def own_roles(facts, actor):
    """Return the roles on a case that are not those of somebody absent; `actor.roles`: global."""
    roles = actor.roles | computed_roles(facts, tokens.real(actor.groups))
    return roles | {"Owner"} if actor.userid == facts.creator else roles


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
    """Return whether who is logged in may read the journal of a case (see rules)."""
    process = process_of(obj.portal_type)
    if process is None:
        return False
    roles = getSecurityManager().getUser().getRolesInContext(obj)
    return bool(rules.involved_roles(process).intersection(roles))
