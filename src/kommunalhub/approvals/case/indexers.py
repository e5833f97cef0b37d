"""What the catalog knows of cases.

Each name is answered for everything: without an answer of ours the catalog would acquire it, and a
file in a case would appear to have the case's number and to wait for its deciders.
"""

from kommunalhub.approvals.case.awaiting import awaited
from kommunalhub.approvals.case.decided import decisions_of
from kommunalhub.approvals.case.facts import barred_on
from kommunalhub.approvals.case.facts import extra_of
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.case.facts import NEVER
from kommunalhub.approvals.case.lastword import KEY
from kommunalhub.approvals.case.lastword import SHORT
from kommunalhub.approvals.case.lastword import word_of
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.processes import process_of
from kommunalhub.core.kept import kept
from kommunalhub.partners.tokens import with_twins
from plone.indexer.decorator import indexer
from zope.interface import Interface


@indexer(IApprovable)
def awaiting(obj):
    """Return whom the case awaits: group ids, `user:<id>`, and `-<id>` for who must not decide.

    Each group is followed by that of its substitutes, whether or not there are any now.
    """
    process = process_of(obj.portal_type)
    if process is None:
        raise AttributeError("awaiting")
    facts = facts_of(obj)
    tokens = awaited(process, facts)
    if not tokens:
        raise AttributeError("awaiting")
    barred = (f"-{userid}" for userid in barred_on(facts))
    return [*with_twins(tokens, facts.portal_type), *barred]


@indexer(IApprovable)
def due(obj):
    """Return when the case is due; NEVER stands for no due date, or sorting would lose the case."""
    return kept(obj, "due") or NEVER


@indexer(IApprovable)
def decided_by(obj):
    """Return the ids of all who have decided on the case."""
    return list(decisions_of(obj))


@indexer(IApprovable)
def decisions(obj):
    """Return the last decision of each person, for rows of who has decided."""
    return decisions_of(obj)


@indexer(IApprovable)
def last_editor(obj):
    return kept(obj, "last_editor")


@indexer(IApprovable)
def case_number(obj):
    return kept(obj, "case_number")


@indexer(IApprovable)
def case_extra(obj):
    """Return what conditions and lists know besides the facts, see facts.extra_of."""
    word = word_of(obj, SHORT)
    return {**extra_of(obj), KEY: word} if word else extra_of(obj)


@indexer(Interface)
def not_a_case(obj):
    """Keep the catalog from acquiring an answer."""
    raise AttributeError("not a case")
