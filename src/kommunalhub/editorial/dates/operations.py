"""Dates of an event are stored, called off, moved, taken back: always told to every calendar."""

from Acquisition import aq_base
from dataclasses import replace
from datetime import timedelta
from kommunalhub.approvals.pages import RELEASED
from kommunalhub.core import formatting
from kommunalhub.core.formatting import to_local
from kommunalhub.core.kept import kept
from kommunalhub.editorial.dates import plans
from kommunalhub.editorial.dates import rules
from kommunalhub.editorial.dates import storage
from kommunalhub.security.input import recurrence
from plone import api
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


INDEXES = ["agenda_months"]


def plan_of(event):
    """Return the Plan of an event: what its fields say now."""
    first, last = kept(event, "start"), kept(event, "end")
    whole, opened = bool(kept(event, "whole_day")), bool(kept(event, "open_end"))
    spans = ()
    if first is not None:
        walls = [to_local(value).replace(tzinfo=None) for value in (first, last or first)]
        spans = plans.spans_of(*walls, rule_of(event), whole, opened)
    return plans.Plan(event.title or "", kept(event, "location") or "", spans, whole, opened)


def rule_of(event):
    """Return the recurrence of an event; one that is none counts as nothing.

    Such a one is refused in the same transaction, see security/input/events.py.
    """
    text = kept(event, "recurrence") or ""
    first = getattr(aq_base(event), "start", None)
    try:
        recurrence.check_recurrence(text, first)
    except recurrence.NoSeries:
        return ""
    return text


def is_released(event):
    return api.content.get_state(event, "") in RELEASED


def renew(event):
    """Take over what an event says of its dates, after it was saved or released."""
    before, plan = storage.kept_of(event), plan_of(event)
    is_told = before.is_told or is_released(event)
    dates = rules.renewed(before.dates, plan, formatting.now(), is_told, before.title)
    return storage.keep(event, storage.Kept(plan.title, is_told, dates))


def released(event):
    """Note that others see the dates from now on."""
    if is_released(event) and renew(event):
        event.reindexObject(idxs=INDEXES)


def cancel(event, number, reason):
    """Call a date off; NotChangeable where it is over or called off already."""
    one = rules.of_number(storage.dates_of(event), number)
    _put(event, rules.cancelled(one, reason, formatting.now()))


def cancel_from(event, number, reason):
    """Call a date and all later ones off; NotChangeable where the first cannot be."""
    before = storage.kept_of(event)
    one = rules.of_number(before.dates, number)
    dates = rules.cancelled_from(before.dates, one, reason, formatting.now())
    storage.keep(event, replace(before, dates=dates))
    notify(ObjectModifiedEvent(event))


def move(event, number, start, end, place, reason):
    """Let a date take place at another time or place; NotChangeable where it cannot."""
    dates, now = storage.dates_of(event), formatting.now()
    changed = rules.moved(rules.of_number(dates, number), start, end, place, reason, now)
    if not rule_of(event) and len(dates) == 1:
        changed = _moved_whole(event, changed)
    _put(event, changed)


def _moved_whole(event, changed):
    """Let the fields of an event with a single date say the same as the date."""
    if changed.is_whole_day and not rules.is_whole(changed.start, changed.end):
        changed = replace(changed, is_whole_day=False)
    zone = event.start.tzinfo  # Plone works out series with its own kind of zones
    event.start, event.end = changed.start.astimezone(zone), changed.end.astimezone(zone)
    if changed.is_whole_day:  # Plone's last day ends before midnight
        event.end -= timedelta(seconds=1)
    event.whole_day, event.open_end = changed.is_whole_day, False
    event.location = changed.place or None
    slot = to_local(changed.start).replace(tzinfo=None, microsecond=0).isoformat()
    return replace(changed, slot=slot, by_hand=False, own_place=False)


def restore(event, number):
    """Let a date take place as it was planned; NotChangeable where it cannot."""
    one = rules.of_number(storage.dates_of(event), number)
    _put(event, rules.restored(one, plan_of(event), formatting.now()))


def _put(event, changed):
    before = storage.kept_of(event)
    dates = tuple(changed if one.number == changed.number else one for one in before.dates)
    storage.keep(event, replace(before, dates=dates))
    notify(ObjectModifiedEvent(event))
