"""What is known of the upkeep of a page: who is responsible, how often, what calls for them."""

from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.reviewing import rules
from kommunalhub.core import registry
from kommunalhub.core.kept import kept
from kommunalhub.partners.localroles import partner_of
from kommunalhub.partners.tokens import MARK


#: Where the hub keeps how often pages are reviewed.
MONTHS = "kommunalhub.review_months"


def said_around(obj, name):
    """Yield what an object and the folders around it say of a field, the nearest first."""
    for around in getattr(obj, "aq_chain", (obj,)):
        yield kept(around, name)


def responsible_of(obj):
    """Return the id of the group that is responsible for an object."""
    usual = rules.usual_group(partner_of(obj))
    return rules.nearest(said_around(obj, "responsible"), usual)


def usual_months():
    """Return after how many months a page is reviewed unless it or a folder says otherwise."""
    return registry.read(MONTHS) or rules.USUAL


def months_of(obj):
    """Return after how many months a page is reviewed again."""
    return rules.nearest(said_around(obj, "review_months"), usual_months())


def called_of(page):
    """Return {why: until when (UTC)} of what calls for who is responsible."""
    return kept(page, "called") or {}


def upkeep_of(facts):
    """Return {"who": group, "why": reasons} of what calls, from CaseFacts; None for nothing."""
    return facts.extra.get("upkeep")


def may_answer(page):
    """Return whether who is logged in may say that a page is still right."""
    return answers(facts_of(page).portal_type, responsible_of(page), current_actor())


def answers(portal_type, responsible, actor):
    """Return whether an Actor, by themselves or as a substitute, is in the responsible function."""
    groups = {group.removesuffix(f"{MARK}{portal_type}") for group in actor.groups}
    return rules.may_answer(groups, actor.roles, responsible)
