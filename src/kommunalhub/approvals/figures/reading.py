"""What the pages of figures show: today out of the catalog, the months out of the ledger."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from kommunalhub.approvals import rules as approval_rules
from kommunalhub.approvals.case.facts import due_of
from kommunalhub.approvals.clock.rules import today as day_of
from kommunalhub.approvals.figures import rules
from kommunalhub.approvals.figures.ledger import ledger_of
from kommunalhub.approvals.processes import case_types
from kommunalhub.approvals.processes import process_of
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core.persons import members_of
from kommunalhub.core.titles import type_title
from kommunalhub.partners.membership import partner_ids
from plone import api


LEAST_PEOPLE = "kommunalhub.figures_least_people"
#: How many months can be asked for, the usual number first.
SPANS = (12, 3, 6, 24)


@dataclass(frozen=True)
class Chosen:
    """What of the figures is asked for; empty texts mean all. months: how many, up to this one."""

    portal_type: str = ""
    partner: str = ""
    months: int = SPANS[0]

    def fits(self, cell):
        return self.portal_type in ("", cell.portal_type) and self.partner in ("", cell.partner)


class Figures:
    """The figures for a Chosen, at this moment."""

    def __init__(self, chosen):
        self.chosen = chosen
        self.now = formatting.now()
        self.months = rules.months_back(day_of(self.now), chosen.months)

    @cached_property
    def ledger(self):
        return ledger_of(api.portal.get())

    @cached_property
    def cells(self):
        """(Cell, histogram) pairs of what was chosen, of all months."""
        found = self.ledger if self.ledger is not None else ()
        return [
            (cell, histogram)
            for cell, histogram in found
            if self.chosen.fits(cell) and is_of_interest(cell)
        ]

    def present(self):
        """Return [{type, partner, open, overdue}] of today, by their titles; one catalog query.

        Open is what somebody has to do something about, drafts left aside.
        """
        opened, late = Counter(), Counter()
        for brain in self.open_brains():
            process = process_of(brain.portal_type)
            if process is None or not is_open(process, brain.review_state):
                continue
            key = (brain.portal_type, brain.partner or "")
            opened[key] += 1
            due = due_of(brain)
            late[key] += due is not None and due < self.now
        rows = [
            {"type": type_, "partner": partner, "open": number, "overdue": late[type_, partner]}
            for (type_, partner), number in opened.items()
        ]
        return sorted(rows, key=lambda row: (str(type_title(row["type"])), row["partner"]))

    def open_brains(self):
        types = [self.chosen.portal_type] if self.chosen.portal_type else case_types()
        states = {
            state
            for process in map(process_of, types)
            for state in process.steps
            if is_open(process, state)
        }
        query = {"portal_type": types, "review_state": sorted(states)}
        if self.chosen.partner:
            query["partner"] = self.chosen.partner
        return api.portal.get_tool("portal_catalog")(**query) if states else []

    def flow(self):
        """See rules.flow; the months that were chosen."""
        return rules.flow(self.cells, self.months)

    def times(self):
        """Return [{type, state, times, by_month}] of the states that cases left, in their order.

        times: rules.Times, None where too few people work on it; by_month: {month: Times}.
        """
        whole = rules.stays(self.cells, self.months)
        single = rules.stays(self.cells, self.months, by=lambda cell: (cell.month,))
        return [
            {
                "type": type_,
                "state": state,
                "times": rules.times_of(whole[type_, state]),
                "by_month": {
                    month: rules.times_of(single[type_, state, month])
                    for month in self.months
                    if (type_, state, month) in single
                },
            }
            if self.may_tell(type_, state, [self.chosen.partner])
            else {"type": type_, "state": state, "times": None, "by_month": {}}
            for type_, state in sorted(whole, key=place_of)
        ]

    def details(self):
        """Return [{month, type, partner, state, times}] of each month alone, newest last."""
        found = rules.stays(self.cells, self.months, by=lambda cell: (cell.month, cell.partner))
        return [
            {
                "month": month,
                "type": type_,
                "partner": partner,
                "state": state,
                "times": rules.times_of(histogram)
                if self.may_tell(type_, state, [partner])
                else None,
            }
            for (type_, state, month, partner), histogram in sorted(
                found.items(), key=lambda item: (item[0][2], place_of(item[0]), item[0][3])
            )
        ]

    def counts(self):
        """Return [{month, type, partner, came, done, overdue, open}], month by month."""
        keys = sorted({(cell.portal_type, cell.partner) for cell, _histogram in self.cells})
        rows = []
        for type_, partner in keys:
            own = [
                (cell, histogram)
                for cell, histogram in self.cells
                if (cell.portal_type, cell.partner) == (type_, partner)
            ]
            rows += [
                {"type": type_, "partner": partner, **row} for row in rules.flow(own, self.months)
            ]
        return sorted(rows, key=lambda row: (row["month"], row["type"], row["partner"]))

    def may_tell(self, portal_type, state, partners):
        """Return whether enough people work on a step for its times not to be one person's.

        partners: ids, or [""] for all of them. Steps of the applicants are told in any case.
        """
        least = registry.read(LEAST_PEOPLE) or 1
        people = self.people_at(portal_type, state, tuple(partners)) if least > 1 else None
        return people is None or len(people) >= least

    def people_at(self, portal_type, state, partners):
        """Return the ids of those whom a state awaits, None where it awaits the applicant."""
        process = process_of(portal_type)
        awaits = process.step(state).awaits if process is not None else ()
        if not awaits or "owner" in awaits:
            return None
        partners = partner_ids() if "" in partners else partners
        return {
            person
            for partner in partners
            for function in awaits
            for token in approval_rules.tokens_of(
                function,
                approval_rules.CaseFacts(
                    portal_type, state, partner, "", extra={"asked": partner_ids()}
                ),
            )
            for person in self._members(token)
        }

    def _members(self, group):
        if group not in self._known:
            self._known[group] = members_of(group)
        return self._known[group]

    @cached_property
    def _known(self):
        return {}


def is_of_interest(cell):
    """Return whether a Cell is to be told: how long nobody had to do anything is not."""
    if cell.what != rules.LEFT:
        return True
    process = process_of(cell.portal_type)
    return process is None or bool(process.step(cell.state).awaits)


def is_open(process, state):
    """Return whether somebody has to do something in a state, other than write a draft."""
    return state != process.milestones[0] and bool(process.step(state).awaits)


def place_of(key):
    """Return where a state stands among others: by the title of its type, then along the way."""
    type_, state = key[:2]
    process = process_of(type_)
    steps = list(process.steps) if process is not None else []
    return (str(type_title(type_)), steps.index(state) if state in steps else len(steps), state)
