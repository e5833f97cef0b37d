"""What the hub has set: service times, reminders and closing days, as registry records."""

from datetime import date
from functools import lru_cache
from kommunalhub.approvals.clock.rules import Reminders
from kommunalhub.approvals.processes import case_types
from kommunalhub.approvals.processes import process_of
from kommunalhub.core import registry
from kommunalhub.lib.workdays import NONE_CLOSED
from persistent.mapping import PersistentMapping
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import getSite


SERVICE_DAYS = "kommunalhub.service_days"
CLOSING_DAYS = "kommunalhub.closing_days"
REMIND_BEFORE = "kommunalhub.remind_days_before"
ESCALATE_AFTER = "kommunalhub.escalate_days_after"
LONGEST_SERVICE = 250
#: Where the site keeps which service times its due dates follow: those of a type's process change
#: with a release of the hub, and no setting tells of it.
IN_FORCE = "kommunalhub.approvals.service_days_in_force"
#: And which cases do not follow them yet, as they could not be brought to them.
LEFT_BEHIND = "kommunalhub.approvals.service_days_left_behind"


def service_days(portal_type, state):
    """Return the service time of a state in working days, None where nothing falls due.

    What the hub has set, else what the process of the type says.
    """
    own = (registry.read(SERVICE_DAYS) or {}).get(f"{portal_type}.{state}")
    if own is not None:
        return own or None
    process = process_of(portal_type)
    return process.step(state).days if process is not None else None


def all_service_days():
    """Return {(portal type, state): days} of all states that await somebody."""
    return {
        (portal_type, state): service_days(portal_type, state)
        for portal_type in case_types()
        for state, step in process_of(portal_type).steps.items()
        if step.awaits
    }


def set_service_days(days):
    """Keep {(portal type, state): days or None}; what the process says anyway is not kept."""
    own = {}
    for (portal_type, state), value in days.items():
        if value != process_of(portal_type).step(state).days:
            own[f"{portal_type}.{state}"] = value or 0
    api.portal.set_registry_record(SERVICE_DAYS, own)


def days_in_force():
    """Return {(portal type, state): days} that the due dates of open cases follow, or None.

    None: nothing was noted yet, on a site that has never counted days.
    """
    return IAnnotations(getSite()).get(IN_FORCE)


def left_behind():
    """Return the paths of cases whose due dates do not follow the service times in force yet."""
    return IAnnotations(getSite()).get(LEFT_BEHIND, ())


def note_days_in_force(but=None):
    """Note that the due dates of all open cases follow from the service times of now.

    but: paths of those that do not; None: the same as before.
    """
    kept = IAnnotations(getSite())
    if kept.get(IN_FORCE) != (days := PersistentMapping(all_service_days())):
        kept[IN_FORCE] = days
    if but is not None and left_behind() != (but := tuple(sorted(but))):
        kept[LEFT_BEHIND] = but


def reminders():
    """Return when to remind and when to escalate."""
    standard = Reminders()
    return Reminders(
        before=registry.read(REMIND_BEFORE, standard.before),
        escalate=registry.read(ESCALATE_AFTER, standard.escalate),
    )


def set_reminders(new):
    """Keep when to remind and when to escalate. new: Reminders."""
    api.portal.set_registry_record(REMIND_BEFORE, new.before)
    api.portal.set_registry_record(ESCALATE_AFTER, new.escalate)


def closing_notes():
    """Return {partner id: {date: note}} of all closing days."""
    return {partner: dict(days) for partner, days in _read(tuple(_closings())).items()}


def _closings():
    return (registry.read(CLOSING_DAYS) or {}).items()


@lru_cache(maxsize=8)  # asked for by every row of a list; the record is the key of what it says
def _read(closings):
    found = {}
    for key, note in closings:
        partner, _, day = key.partition("/")
        found.setdefault(partner, {})[date.fromisoformat(day)] = note
    return found


@lru_cache(maxsize=8)
def _days(closings):
    return {partner: frozenset(days) for partner, days in _read(closings).items()}


def set_closing_notes(notes):
    """Keep {partner id: {date: note}}."""
    api.portal.set_registry_record(
        CLOSING_DAYS,
        {
            f"{partner}/{day.isoformat()}": note
            for partner, days in sorted(notes.items())
            for day, note in sorted(days.items())
        },
    )


def closing_days():
    """Return {partner id: frozenset of dates}."""
    return dict(_days(tuple(_closings())))


def closed_for(partner):
    """Return the days on which a partner's office is closed."""
    return _days(tuple(_closings())).get(partner or None, NONE_CLOSED)
