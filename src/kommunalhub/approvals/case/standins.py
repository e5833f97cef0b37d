"""Cases that wait for somebody as a substitute: for whom they act, and where they must not.

The catalog finds a substitute's cases by typed groups; what it cannot tell is that a case waits for
nobody they stand in for, because these have made it or changed it last. Those few are left out by
name, so that list, count and page agree.
"""

from AccessControl import getSecurityManager
from kommunalhub import _
from kommunalhub.approvals import rules
from kommunalhub.approvals.case.actor import actor_on
from kommunalhub.approvals.case.actor import stands_in
from kommunalhub.approvals.case.awaiting import awaited
from kommunalhub.approvals.case.facts import barred_on
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.processes import process_of
from kommunalhub.partners.substitution.people import name_of
from kommunalhub.partners.tokens import real
from kommunalhub.partners.tokens import typed
from plone import api


def absent_behind(facts, actor):
    """Return None where a case waits for the person themselves, else whom they act for.

    () where it does not wait for them at all. facts: of a case, also one read from a brain.
    """
    process = process_of(facts.portal_type)
    tokens = awaited(process, facts) if process is not None else ()
    if {*real(actor.groups), f"user:{actor.userid}"}.intersection(tokens):
        return None
    people = dict.fromkeys(
        person
        for token in tokens
        for person in actor.acting.get(typed(token, facts.portal_type), ())
    )
    if {facts.creator, facts.last_editor}.isdisjoint(people):
        return tuple(people)  # nobody to be barred: most cases, so the workflow is not asked
    barred = barred_on(facts)
    return tuple(person for person in people if person not in barred)


def not_through_absent(actor):
    """Return the part of an inbox query that leaves out what no absent person may decide on."""
    absent = {person for people in actor.acting.values() for person in people}
    if not absent:
        return {}
    query = {"query": [f"-{person}" for person in sorted(absent)], "operator": "or"}
    uids = [
        brain.UID
        for brain in api.portal.get_tool("portal_catalog")(awaiting=query)
        if absent_behind(facts_of(brain), actor) == ()
    ]
    return {"UID": {"not": uids}} if uids else {}


def standing_in(facts, actor, called=name_of):
    """Return „in Vertretung für …“ where a case waits for a person only as a substitute, or None.

    Also where four eyes leave nothing to do: then nobody is told. called: function from a user id
    to a name; lists remember the names, for looking up a user is slow.
    """
    people = absent_behind(facts, actor) if actor.acting else None
    if not people:
        return None
    names = ", ".join(map(called, people))
    return _("standing_in_for", default="in place of ${name}", mapping={"name": names})


def remember_absent(obj, transition):
    """Note before a transition for whom it is taken: afterwards other roles may hold."""
    process = process_of(obj.portal_type)
    if process is None or not stands_in(getSecurityManager().getUser()):
        return
    facts = facts_of(obj)
    actor = actor_on(obj, facts)
    roles = tuple(transition.guard.roles) if transition.guard is not None else ()
    obj._v_on_behalf_of = rules.on_behalf_of(process, transition.id, facts, actor, roles)


def remember_whom(obj, person):
    """Note for whom the hub itself takes the next step: who had decided it. person: or None."""
    obj._v_on_behalf_of = person


def remembered_absent(obj):
    """Return what was noted, once."""
    return obj.__dict__.pop("_v_on_behalf_of", None)
