"""Programmes that fit a project: what is known of both, from the case and from the catalog."""

from decimal import Decimal
from kommunalhub.approvals.clock.settings import closed_for
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core import tools
from kommunalhub.funding.calls import decisive
from kommunalhub.funding.matching import rules
from kommunalhub.funding.programmes.deadlines import calls_in
from kommunalhub.funding.programmes.deadlines import day_in
from kommunalhub.partners.operations import get_partner


#: More than any catalogue of a hub holds; a matching never reads without end.
MOST = 10000
#: What of a consultation decides, as IFundingConsultation calls it.
FIELDS = ("topics", "total_cost", "own_funds", "other_funds", "start_date", "council_date")
_SETS = ("topics", "eligible", "areas")
_NUMBERS = ("rate", "own_share", "min_amount", "max_amount", "threshold")
_WORDS = ("early_start", "cumulable", "state_aid", "third_party")
_DAYS = ("valid_from", "valid_until", "checked_on")


def project_of(values, partner_id):
    """Return the Project in the values of a form or a case, for an administration.

    values: {name of a field of IFundingConsultation: what it holds}; missing ones are unknown.
    """
    return rules.Project(
        today=formatting.to_local(formatting.now()).date(),
        topics=frozenset(values.get("topics") or ()),
        applicant=applicant_of(partner_id),
        areas=areas_of(partner_id),
        total_cost=values.get("total_cost"),
        own_funds=values.get("own_funds"),
        other_funds=values.get("other_funds"),
        start=values.get("start_date"),
        council=values.get("council_date"),
        closed=closed_for(partner_id),
    )


def project_of_case(case):
    """Return the Project of a consultation as it stands."""
    return project_of({name: getattr(case, name, None) for name in FIELDS}, case.partner)


def applicant_of(partner_id):
    """Return as what an administration may apply: tokens of the pick list `funding_eligible`."""
    partner = get_partner(partner_id)
    known = registry.read("kommunalhub.funding_applicants") or {}
    return frozenset(known.get(partner.kind) or ()) if partner is not None else frozenset()


def areas_of(partner_id):
    """Return in which areas an administration lies: tokens of the pick list `funding_areas`."""
    known = registry.read("kommunalhub.funding_partner_areas") or {}
    return frozenset(known.get(partner_id) or ())


def matches(project):
    """Return [(Match, brain)] of all programmes that this person may see, the best first.

    One query; no programme is woken.
    """
    brains = tools.catalog()(
        portal_type="FundingProgramme", review_state="public", sort_limit=MOST
    )[:MOST]
    known = {brain.UID: brain for brain in brains}
    found = rules.ranked(project, [programme_of(brain, project.today) for brain in known.values()])
    return [(match, known[match.uid]) for match in found]


def programme_of(brain, today):
    """Return the Programme that the catalog knows behind a brain, as it stands on a day."""
    facts = brain.funding_facts or {}
    call = decisive(calls_in(facts), today)
    return rules.Programme(
        brain.UID,
        deadline_kind=facts.get("deadline_kind") or "call",
        deadline=call.closes if call is not None else None,
        opens=call.opens if call is not None else None,
        threshold_on=facts.get("threshold_on") or "grant",
        **{name: frozenset(facts.get(name) or ()) for name in _SETS},
        **{name: _number(facts.get(name)) for name in _NUMBERS},
        **{name: day_in(facts, name) for name in _DAYS},
        **{name: facts.get(name) for name in _WORDS},
    )


def _number(text):
    return Decimal(text) if text else None
