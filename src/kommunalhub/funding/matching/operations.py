"""Programmes that fit a project: what is known of both, from the case and from the catalog."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from kommunalhub.approvals.clock.settings import closed_for
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core import tools
from kommunalhub.core.private.catalog import brain_at
from kommunalhub.core.private.catalog import columns_of
from kommunalhub.funding.calls import decisive
from kommunalhub.funding.matching import rules
from kommunalhub.funding.programmes.deadlines import calls_in
from kommunalhub.partners.operations import get_partner
from kommunalhub.search.engine import rids_of
from plone import api


#: More than any catalogue of a hub holds; a matching never reads without end.
MOST = 10000
#: What of a consultation decides, as IFundingConsultation calls it.
FIELDS = ("topics", "total_cost", "own_funds", "other_funds", "start_date", "council_date")
_SETS = ("topics", "eligible", "areas")
_NUMBERS = ("rate", "own_share", "min_amount", "max_amount", "threshold")
_DAYS = ("valid_from", "valid_until", "checked_on")
#: {UID: (facts, day, Programme)} of what was read last: half of what a matching costs.
_read = {}


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


def forget_areas(partner_id):
    """Forget where an administration lies that is none of the hub any more."""
    known = registry.read("kommunalhub.funding_partner_areas") or {}
    if partner_id in known:
        rest = {key: areas for key, areas in known.items() if key != partner_id}
        api.portal.set_registry_record("kommunalhub.funding_partner_areas", rest)


class Ranking(Sequence):
    """(Match, brain) of programmes, the best first; a brain is made when it is looked at."""

    def __init__(self, matches=(), brain_of=None):
        self.matches, self._brain_of = matches, brain_of

    def __len__(self):
        return len(self.matches)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return [self._pair(match) for match in self.matches[place]]
        return self._pair(self.matches[place])

    def _pair(self, match):
        return match, self._brain_of(match.uid)

    @property
    def fitting(self):
        """How many fit, with conditions or without; they stand first."""
        return sum(match.fit in rules.FITTING for match in self.matches)


def matches(project):
    """Return the Ranking of all programmes that this person may see.

    One query; no programme is woken.
    """
    catalog = tools.catalog()
    known, brain = columns_of(catalog, "UID", "funding_facts"), brain_at(catalog)
    found = catalog(portal_type="FundingProgramme", review_state="public", sort_limit=MOST)
    rids, programmes = {}, []
    for rid in islice(rids_of(found), MOST):
        uid, facts = known(rid)
        rids[uid] = rid
        programmes.append(programme_in(uid, facts or {}, project.today))
    return Ranking(rules.ranked(project, programmes), lambda uid: brain(rids[uid]))


def programme_of(brain, today):
    """Return the Programme that the catalog knows behind a brain, as it stands on a day."""
    return programme_in(brain.UID, brain.funding_facts or {}, today)


def programme_in(uid, facts, today):
    """Return the Programme of a UID and of what the catalog knows of it (indexers), on a day.

    One that was read before is the same while this process sees the same facts on the same day.
    """
    of = _read.get(uid)
    if of is not None and of[1] == today and (of[0] is facts or of[0] == facts):
        return of[2]
    if len(_read) >= MOST:
        _read.clear()
    programme = _read_in(uid, facts, today)
    _read[uid] = (facts, today, programme)
    return programme


def _read_in(uid, facts, today):
    call = decisive(calls_in(facts), today)
    topics, eligible, areas = map(_set, map(facts.get, _SETS))
    rate, own_share, smallest, largest, threshold = map(_number, map(facts.get, _NUMBERS))
    valid_from, valid_until, checked_on = map(_day, map(facts.get, _DAYS))
    return rules.Programme(
        uid,
        topics,
        eligible,
        areas,
        rate,
        own_share,
        smallest,
        largest,
        threshold,
        facts.get("threshold_on") or "grant",
        facts.get("third_party"),
        facts.get("cumulable"),
        facts.get("deadline_kind") or "call",
        call and call.closes,
        call and call.opens,
        valid_from,
        valid_until,
        facts.get("early_start"),
        facts.get("state_aid"),
        checked_on,
    )


def _set(tokens):
    return _shared(tuple(tokens)) if tokens else frozenset()


@lru_cache(maxsize=4096)  # thousands of programmes name the same few
def _shared(tokens):
    return frozenset(tokens)


def _number(text):
    return Decimal(text) if text else None


def _day(text):
    return date.fromisoformat(text) if text else None
