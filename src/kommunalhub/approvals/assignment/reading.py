"""Who works on a case, who could, and what is known of them; from an object or from a brain."""

from kommunalhub.approvals import rules
from kommunalhub.approvals.assignment.rules import from_stored
from kommunalhub.approvals.assignment.rules import is_assignable
from kommunalhub.approvals.assignment.rules import NOBODY
from kommunalhub.approvals.case.awaiting import awaited
from kommunalhub.approvals.case.awaiting import without_question
from kommunalhub.approvals.case.facts import barred_on
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.case.facts import is_brain
from kommunalhub.approvals.case.standins import absent_behind
from kommunalhub.approvals.processes import process_of
from kommunalhub.core.kept import kept
from kommunalhub.core.persons import members_of
from kommunalhub.partners.people.visible import is_visible
from kommunalhub.partners.substitution.people import by_name
from kommunalhub.partners.substitution.rights import lent_to
from kommunalhub.partners.substitution.rights import own_groups
from kommunalhub.partners.substitution.rights import substitutes_of


def assigned_to(case):
    """Return the user id of who works on a case (object or brain), or None."""
    if is_brain(case):
        return person_in(case.assigned)
    found = assignment_of(case)
    return found.person if found is not None else None


def person_in(column):
    """Return the user id behind what the catalog keeps as `assigned`, or None."""
    return column if column and column != NOBODY else None


def assignment_of(case):
    """Return the Assignment of a case (an object), or None."""
    return from_stored(kept(case, "assigned"))


def can_be_assigned(facts):
    """Return whether a case is one that somebody of a group can take upon themselves."""
    process = process_of(facts.portal_type)
    return process is not None and is_assignable(process, facts.state)


def can_work_on(facts, actor):
    """Return whether a case waits for a decision of this person, by themselves or as a substitute.

    It is then in their inbox, and four eyes do not keep them from deciding.
    """
    if not can_be_assigned(facts):
        return False
    facts = without_question(facts)
    people = absent_behind(facts, actor)
    if people is not None:
        return bool(people)
    return actor.userid not in barred_on(facts)


def person_can_work_on(facts, userid):
    """Return the same for any person, by their user id."""
    acting = lent_to(userid)
    groups = frozenset((*own_groups(userid), *acting))
    return bool(groups) and can_work_on(facts, rules.Actor(userid, groups, acting=acting))


def colleagues(case):
    """Return [(user id, name)] of all who can work on a case and may be found, by name."""
    facts = facts_of(case)
    if not can_be_assigned(facts):
        return []
    groups = awaited(process_of(facts.portal_type), without_question(facts))
    people = members_of(*groups)
    people |= set(substitutes_of(groups, facts.portal_type))
    return by_name(
        person for person in people if is_visible(person) and person_can_work_on(facts, person)
    )
