"""What is set for support as one value, what it would change, and putting it in force."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from kommunalhub import _
from kommunalhub.approvals.case.facts import due_of
from kommunalhub.approvals.clock.forecast import kinds_of_move
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import catalog
from kommunalhub.support import workflow
from kommunalhub.support.clock import operations as clock
from kommunalhub.support.clock import rules
from kommunalhub.support.clock import settings
from kommunalhub.support.clock import typed
from plone import api
from types import MappingProxyType


LONGEST_HOURS, LONGEST_TITLE, MOST_DAYS, MOST_CHOICES = 2000, 80, 200, 40
GOALS = ("reaction", "update", "solution")
WRONG_HOURS = _(
    "error_support_hours",
    default="This line is not understood: “${line}”. Please write it like „Mo–Do 8:00–16:00“.",
)
WRONG_MINUTES = _(
    "error_support_minutes",
    default="Please write whole minutes, 0 for no promise, ${n} at most.",
    mapping={"n": typed.MOST_MINUTES},
)
WRONG_DAYS = _(
    "error_support_days",
    default="Please write a number of working days from 1 to ${n}.",
    mapping={"n": MOST_DAYS},
)
WRONG_TITLE = _(
    "error_support_title",
    default="Please write a name of up to ${n} characters.",
    mapping={"n": LONGEST_TITLE},
)


@dataclass(frozen=True)
class Plan:
    """hours: as typed; promises: {urgency: (minutes, minutes, minutes)}; titles by token."""

    hours: str
    promises: MappingProxyType
    closes_after: int
    urgencies: MappingProxyType
    categories: MappingProxyType

    def as_list(self):
        """Return it as plain values, in one order."""
        parts = (self.promises, self.urgencies, self.categories)
        return [self.hours, self.closes_after, *(list(part.items()) for part in parts)]


def in_force():
    """Return the Plan that holds now."""
    urgencies = dict(registry.read("kommunalhub.support_urgencies") or {})
    promises = settings.promises()
    return Plan(
        hours=settings.hours_text(),
        promises=MappingProxyType({name: minutes_of(promises.get(name)) for name in urgencies}),
        closes_after=settings.closes_after(),
        urgencies=MappingProxyType(urgencies),
        categories=MappingProxyType(dict(registry.read("kommunalhub.support_categories") or {})),
    )


def minutes_of(promise):
    """Return a Promise as three numbers of minutes."""
    spans = (getattr(promise, name, None) for name in GOALS)
    return tuple(int(span.total_seconds()) // 60 if span else 0 for span in spans)


def read(form):
    """Return (Plan, {field: message}) of what was sent; what is wrong stays as it holds now."""
    now, errors = in_force(), {}
    return (
        Plan(
            hours=read_hours(form, now.hours, errors),
            promises=MappingProxyType(
                {name: read_minutes(form, name, errors) for name in now.urgencies}
            ),
            closes_after=read_days(form, now.closes_after, errors),
            urgencies=read_titles(form, "urgency", now.urgencies, errors),
            categories=read_titles(form, "category", now.categories, errors),
        ),
        errors,
    )


def read_hours(form, now, errors):
    sent = sent_in(form, "plan.hours").replace("\r\n", "\n").strip()
    try:
        if len(sent) > LONGEST_HOURS:
            raise ValueError(sent[:LONGEST_TITLE])
        typed.parse_weeks(sent)
    except ValueError as error:
        line = str(error).splitlines()[0][:LONGEST_TITLE] if str(error) else ""
        errors["plan.hours"] = filled(WRONG_HOURS, line=line)
        return now
    return sent


def read_minutes(form, urgency, errors):
    found = []
    for goal in GOALS:
        name = f"plan.promise.{urgency}.{goal}"
        sent = sent_in(form, name)
        if not sent.isdecimal() or len(sent) > 9 or int(sent) > typed.MOST_MINUTES:
            errors[name] = WRONG_MINUTES
            sent = "0"
        found.append(int(sent))
    return tuple(found)


def read_days(form, now, errors):
    sent = sent_in(form, "plan.closes_after")
    if not sent.isdecimal() or len(sent) > 4 or not 1 <= int(sent) <= MOST_DAYS:
        errors["plan.closes_after"] = WRONG_DAYS
        return now
    return int(sent)


def read_titles(form, kind, now, errors):
    """Return {token: title}; a new one, where something is written for it, comes last."""
    found = {}
    for token in now:
        name = f"plan.{kind}.{token}"
        found[token] = sent_in(form, name)
        if not 0 < len(found[token]) <= LONGEST_TITLE:
            errors[name] = WRONG_TITLE
    new = sent_in(form, f"plan.{kind}_new")
    if kind == "category" and new:
        if len(new) > LONGEST_TITLE or len(now) >= MOST_CHOICES:
            errors[f"plan.{kind}_new"] = WRONG_TITLE
        number = next(n for n in range(1, len(now) + 2) if f"own_{n}" not in now)
        found[f"own_{number}"] = new
    return MappingProxyType(found)


def sent_in(form, name):
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def effect(plan):
    """Return Counter of what a Plan does to open tickets: moved, and the kinds of moves.

    Computed; nothing is kept.
    """
    now, counts = formatting.now(), Counter()
    hours = settings.hours_of(plan.hours)
    for ticket in open_tickets():
        old, new = due_of(ticket), due_in(ticket, plan, hours, now)
        if old != new:
            counts.update(("moved", *kinds_of_move(old, new, now)))
    return counts


def due_in(ticket, plan, hours, now):
    """Return until when a ticket would be due."""
    history = clock.history_of(ticket)
    if not history or ticket.merged:
        return None
    minutes = plan.promises.get(ticket.urgency, (0, 0, 0))
    promise = rules.Promise(*(timedelta(minutes=n) if n else None for n in minutes))
    return rules.due_of(rules.goals_of(history, promise, hours, now))


def put_in_force(plan):
    """Keep a Plan, and until when open tickets are due by it; return how many have moved."""
    write = api.portal.set_registry_record
    write("kommunalhub.support_hours", plan.hours)
    promises = {name: " ".join(map(str, minutes)) for name, minutes in plan.promises.items()}
    write("kommunalhub.support_promises", promises)
    write("kommunalhub.support_closes_after", plan.closes_after)
    write("kommunalhub.support_urgencies", dict(plan.urgencies))
    write("kommunalhub.support_categories", dict(plan.categories))
    moved = 0
    for ticket in open_tickets():
        before = due_of(ticket)
        clock.refresh(ticket)
        moved += before != due_of(ticket)
    return moved


def open_tickets():
    """Yield all open tickets, whoever asks."""
    query = {"portal_type": workflow.TYPE, "review_state": workflow.OPEN}
    for brain in catalog().unrestrictedSearchResults(**query):
        yield brain._unrestrictedGetObject()
