"""The rules of consents that the hub has set: registry record `kommunalhub.consent_rules`.

Keys are `<portal type>/<kind>`, values JSON (see stored.rule_as_stored). Without a record the
standard of the case type holds.
"""

from kommunalhub.approvals.consents import rules
from kommunalhub.approvals.consents import stored
from kommunalhub.approvals.consents.interfaces import IConsentStep
from kommunalhub.core import registry
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.membership import host_partner
from kommunalhub.partners.membership import operator_partner
from plone import api
from zope.component import getUtilitiesFor
from zope.component import queryUtility

import json


RECORD = "kommunalhub.consent_rules"


def step_of(portal_type):
    """Return the ConsentStep of a type, or None when it collects no consents."""
    return queryUtility(IConsentStep, name=portal_type)


def steps():
    """Return all ConsentSteps, by portal type."""
    return [step for _name, step in sorted(getUtilitiesFor(IConsentStep))]


def kinds():
    """Return [(ConsentStep, kind, title)] of all kinds of cases that have a rule to set."""
    return [
        (step, kind, title)
        for step in steps()
        if step.rule_of is None
        for kind, title in titles_of(step.kinds).items()
    ]


def _stored():
    return registry.read(RECORD) or {}


def rule_of(portal_type, kind):
    """Return the ConsentRule of a kind of case; one that asks nobody where none is set."""
    text = _stored().get(f"{portal_type}/{kind}")
    if text:
        return stored.rule_from_stored(json.loads(text))
    step = step_of(portal_type)
    return step.standard.get(kind, rules.ConsentRule()) if step else rules.ConsentRule()


def rule_for(portal_type, extra):
    """Return the ConsentRule of a case by what is known of it (`case_extra`)."""
    step = step_of(portal_type)
    if step is not None and step.rule_of is not None:
        return step.rule_of(extra)
    return rule_of(portal_type, step.kind_of(extra)) if step else rules.ConsentRule()


def parties_for(rule, host=None):
    """Return the ids of the partners whom a rule asks; host: the partner of the case."""
    return rules.named(rule, host or host_partner(), operator_partner())


def set_rules(changed):
    """Keep {(portal type, kind): ConsentRule}; running rounds keep the rule they began with."""
    kept = dict(_stored())
    for (portal_type, kind), rule in changed.items():
        kept[f"{portal_type}/{kind}"] = json.dumps(stored.rule_as_stored(rule), sort_keys=True)
    api.portal.set_registry_record(RECORD, kept)
