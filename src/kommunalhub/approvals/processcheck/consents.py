"""The consent rules of the site, as the process check sees them."""

from kommunalhub.approvals.consents import rules as consents
from kommunalhub.approvals.consents import settings
from kommunalhub.approvals.processcheck.rules import check_consent
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.rules import group_id
from plone import api


def findings():
    """Return the findings about all rules of consents; one that asks nobody collects none."""
    found = []
    for step, kind, title in settings.kinds():
        rule = settings.rule_of(step.portal_type, kind)
        if rule.parties:
            found += of_rule(title, rule, partner_ids())
    return tuple(found)


def of_rule(title, rule, known):
    """Return the findings about one rule, wherever the case belongs."""
    named = [who for who in rule.parties if who not in (consents.HOST, consents.OPERATOR)]
    # The operator's own cases ask one party where others ask two.
    fewest = min((len(settings.parties_for(rule, host)) for host in known), default=0)
    needed = 1 if rule.quorum is None else rule.quorum
    return check_consent(title, needed, fewest, named, known)


def voting_states():
    """Return {portal type: the states in which people vote instead of deciding}."""
    return {step.portal_type: step.states for step in settings.steps()}


def asked_now():
    """Return {group id: numbers of the cases that wait for its consent}: one query for each type.

    Of all cases, whoever may see them: a number alone tells nothing.
    """
    catalog, found = api.portal.get_tool("portal_catalog"), {}
    for step in settings.steps():
        for brain in catalog.unrestrictedSearchResults(
            portal_type=step.portal_type, review_state=list(step.states)
        ):
            for party in (brain.case_extra or {}).get("missing", ()):
                found.setdefault(group_id(party, "reviewers"), []).append(brain.case_number)
    return {group: tuple(numbers) for group, numbers in found.items()}
