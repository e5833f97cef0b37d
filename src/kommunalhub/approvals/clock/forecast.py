"""What changed service times or closing days do to open cases: told before, done after."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from kommunalhub.approvals.case.facts import due_of
from kommunalhub.approvals.case.facts import NEVER
from kommunalhub.approvals.clock import operations
from kommunalhub.approvals.clock import rules
from kommunalhub.approvals.clock import settings
from kommunalhub.core import formatting
from kommunalhub.lib.workdays import NONE_CLOSED
from kommunalhub.partners.localroles import partner_of
from plone import api
from Products.CMFCore.indexing import processQueue

import transaction


#: After so many cases what they loaded is let go.
CASES_IN_MEMORY = 200


@dataclass(frozen=True)
class Plan:
    """All that due dates follow from.

    days: {(portal type, state): working days or None}; notes: {partner: {date: note}}.
    """

    days: Mapping[tuple[str, str], int | None]
    notes: Mapping[str, Mapping[date, str]]
    reminders: rules.Reminders

    def closed_for(self, partner):
        return frozenset(self.notes.get(partner, ()))


def present():
    """Return the Plan that holds now."""
    return Plan(settings.all_service_days(), settings.closing_notes(), settings.reminders())


def followed():
    """Return the Plan that the due dates of open cases follow.

    Its service times are not those of now between a new release and the next tick (see jobs.py).
    """
    plan, days = present(), settings.days_in_force()
    return plan if days is None else replace(plan, days=dict(days))


def effect(plan):
    """Return {what: number of open cases} that a plan would change; nothing is changed.

    what: see kinds_of_move; "moved" counts all of them.
    """
    before, now = followed(), formatting.now()
    counts = Counter()
    for number, case in enumerate(_cases(before, plan), 1):
        old, new = due_of(case), _due_in(case, plan)
        if old != new:
            counts.update(("moved", *kinds_of_move(old, new, now)))
        if number % CASES_IN_MEMORY == 0:
            api.portal.get()._p_jar.cacheMinimize()
    return counts


def kinds_of_move(old, new, now):
    """Return what happens to one case: sooner, later, begun, dropped, overdue, relieved.

    overdue: it was not and becomes so at once; relieved: the other way round.
    """
    kinds = []
    if old is None:
        kinds.append("begun")
    elif new is None:
        kinds.append("dropped")
    else:
        kinds.append("sooner" if new < old else "later")
    was, becomes = (due is not None and due < now for due in (old, new))
    if becomes and not was:
        kinds.append("overdue")
    if was and not becomes:
        kinds.append("relieved")
    return kinds


def put_in_force(plan):
    """Keep a plan and compute the due dates of all open cases that it changes; return how many."""
    before, now = followed(), formatting.now()
    plan = replace(plan, days={**settings.all_service_days(), **plan.days})
    paths = ["/".join(case.getPhysicalPath()) for case in _cases(before, plan)]
    settings.set_service_days(plan.days)
    settings.note_days_in_force()
    settings.set_closing_notes(plan.notes)
    settings.set_reminders(plan.reminders)
    if plan.reminders != before.reminders:
        paths = dict.fromkeys([*paths, *_due_paths()])
    portal, moved = api.portal.get(), 0
    for number, path in enumerate(paths, 1):
        moved += operations.recompute(portal.unrestrictedTraverse(path), now)
        if number % CASES_IN_MEMORY == 0:
            processQueue()
            transaction.savepoint(optimistic=True)
            portal._p_jar.cacheMinimize()
    return moved


def _cases(before, plan):
    """Yield the open cases whose due date may follow from what differs between two plans."""
    states = {key for key, days in plan.days.items() if before.days.get(key) != days}
    partners = {
        partner
        for partner in {*before.notes, *plan.notes}
        if before.closed_for(partner) != plan.closed_for(partner)
    }
    catalog = api.portal.get_tool("portal_catalog")
    timed = {key for key, days in plan.days.items() if days is not None} | states
    for portal_type in sorted({portal_type for portal_type, _state in timed}):
        names = [state for of_type, state in timed if of_type == portal_type]
        for brain in catalog.unrestrictedSearchResults(portal_type=portal_type, review_state=names):
            if (portal_type, brain.review_state) in states or brain.partner in partners:
                yield brain._unrestrictedGetObject()


def _due_paths():
    catalog = api.portal.get_tool("portal_catalog")
    query = {"query": NEVER, "range": "max"}
    brains = catalog.unrestrictedSearchResults(due=query)
    return [brain.getPath() for brain in brains if due_of(brain) is not None]


def _due_in(case, plan):
    clock = operations.clock_of(case)
    key = (case.portal_type, operations.state_of(case))
    closed = plan.closed_for(partner_of(case)) or NONE_CLOSED
    return rules.due_of(clock, plan.days.get(key), closed)
