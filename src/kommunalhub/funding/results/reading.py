"""The cases behind the results: one query for them, one for the funders of their programmes."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from kommunalhub.core.tools import catalog
from kommunalhub.funding import workflow
from kommunalhub.funding.results import rules


TYPE = "FundingConsultation"
STATES = (workflow.APPLIED, workflow.GRANTED, workflow.DENIED, workflow.CLOSED)


@dataclass(frozen=True)
class Chosen:
    """What is asked for; empty texts and no year mean all."""

    partner: str = ""
    topic: str = ""
    funder: str = ""
    year: int | None = None

    def keeps(self, case):
        return (
            self.partner in ("", case.partner)
            and (not self.topic or self.topic in case.topics)
            and (not self.funder or self.funder in case.funders)
            and self.year in (None, case.year)
        )


class Results:
    """The results of all cases that who asks may see. chosen: a Chosen."""

    def __init__(self, chosen=None):
        self.chosen = chosen or Chosen()

    @cached_property
    def brains(self):
        """{uid: brain} of the cases; the catalog alone decides who sees which."""
        found = catalog()(portal_type=TYPE, review_state=STATES)
        return {brain.UID: brain for brain in found if (brain.case_extra or {}).get("results")}

    @cached_property
    def every(self):
        """All Cases, whatever was chosen."""
        rows = {uid: brain.case_extra for uid, brain in self.brains.items()}
        asked = {
            one["programme"] for extra in rows.values() for one in extra.get("funding_sums") or ()
        } - {None}
        known = {}
        if asked:
            brains = catalog()(portal_type="FundingProgramme", UID=sorted(asked))
            known = {brain.UID: (brain.funding_facts or {}).get("funder") for brain in brains}
        return [case_of(self.brains[uid], extra, known) for uid, extra in rows.items()]

    @cached_property
    def cases(self):
        found = [case for case in self.every if self.chosen.keeps(case)]
        if not self.chosen.funder:
            return found
        return [rules.of_funder(case, self.chosen.funder) for case in found]


def case_of(brain, extra, funders):
    """Return the Case behind a brain. funders: {uid of a programme: token}."""
    known = extra["results"]
    decided, filed = _day(known["decided"]), _day(known["filed"])
    return rules.Case(
        uid=brain.UID,
        partner=brain.partner or "",
        year=rules.year_of(known["outcome"], filed, decided),
        outcome=known["outcome"],
        topics=tuple(known["topics"]),
        cost=_number(known["total_cost"]),
        other_funds=_number(known["other_funds"]),
        parts=_parts(known, extra.get("funding_sums"), funders),
    )


def _parts(known, applications, funders):
    """Return ((funder, Money), ...): of each application, or of the case where there is none."""
    if applications:
        return tuple(
            (
                funders.get(one["programme"]) or rules.UNKNOWN,
                rules.Money(*(_number(one.get(name)) or rules.ZERO for name in rules.NAMES)),
            )
            for one in applications
        )
    named = known["funders"]
    funder = named[0] if len(named) == 1 else rules.SEVERAL if named else rules.UNKNOWN
    applied, granted = _number(known["applied_amount"]), _number(known["granted_amount"])
    return ((funder, rules.Money(applied or granted or rules.ZERO, granted or rules.ZERO)),)


def _day(text):
    return date.fromisoformat(text) if text else None


def _number(text):
    return Decimal(text) if text else None
