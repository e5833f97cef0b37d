"""Orders and contracts: recorded where they may be, stopped before the permitted begin.

Whatever door an order comes by, `record_order` or `record_orders` judge it. What is too early is
kept apart (`pending`) until a second person has confirmed it with the first one's reason.
"""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.approvals.case.actor import actor_on
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.journal import entries
from kommunalhub.core import asking
from kommunalhub.core.kept import kept
from kommunalhub.core.money import read_typed
from kommunalhub.core.persons import own_name
from kommunalhub.funding.applications import guard
from kommunalhub.funding.applications import said
from kommunalhub.funding.applications import titles
from kommunalhub.funding.applications.operations.programmes import programme_of
from kommunalhub.funding.applications.operations.programmes import source_of
from kommunalhub.funding.applications.operations.writing import changed
from kommunalhub.funding.applications.operations.writing import note
from kommunalhub.funding.applications.operations.writing import touch
from kommunalhub.funding.applications.permissions import KEEPERS
from kommunalhub.funding.applications.storage import application_of
from kommunalhub.funding.applications.storage import ensured_funding
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.applications.typed import Reading
from kommunalhub.funding.applications.typed import today
from kommunalhub.funding.applications.typed import Wrong


MOST = 500
MAX_REASON = 2000


class Stopped(Exception):
    """An order would begin the project too early; findings: of guard.judge."""

    def __init__(self, findings):
        super().__init__(findings)
        self.findings = findings


@dataclass(frozen=True)
class Line:
    """What becomes of one of many orders: the order, or the sentence why it is refused."""

    line: int
    order: dict | None = None
    problem: object = None


def permits_of(case):
    """Return the guard.Permits of all applications of a case that have a say."""
    found = []
    for application in funding_of(case).applications.values():
        programme = programme_of(application)
        permit = guard.permit_of(
            application,
            kept(programme, "preliminary_orders") or () if programme is not None else (),
            kept(programme, "early_start") or "" if programme is not None else "",
            source_of(programme),
        )
        if permit is not None:
            found.append(permit)
    return found


def order_in(values, number=read_typed):
    """Return the order that was typed. Raises Wrong."""
    read = Reading(values, number)
    order = {
        "number": None,
        "day": read.day("day", required=True, past=True),
        "what": read.text("what", 300, required=True),
        "amount": read.amount("amount", required=True, above_zero=True),
        "supplier": read.text("supplier", 200),
        "kind": read.choice("kind", titles.order_kinds()),
        "reserved": read.flag("reserved"),
        "override": None,
        "conflict": None,
        "struck": None,
    }
    read.done()
    return order


def record_order(case, number, values, read_number=read_typed):
    """Record an order and return it.

    values: as order_in reads them; reason: why it is entered although it is too early. With one it
    waits for a second person (`pending`). Raises Stopped without, and nothing is kept.
    """
    application = application_of(case, number)
    order = order_in(values, read_number)
    reason = Reading(values).text("reason", MAX_REASON, lines=True)
    if len(reason) > MAX_REASON:
        raise Wrong({"reason": _("error_too_long_reason", default="Please shorten the reason.")})
    _room(case, 1)
    findings = guard.judge(order["kind"], order["day"], permits_of(case))
    if findings and not reason:
        raise Stopped(findings)
    touch(case, application)
    order["number"] = _next_number(case)
    if findings:
        order["override"] = {
            "reason": reason,
            "by": asking.userid() or "",
            "name": own_name() if asking.userid() else "",
            "hands": tuple(sorted(hands_on(case))),
            "asked_on": today(),
            "covers": tuple(finding.application for finding in findings),
            "confirmed_by": None,
            "confirmed_name": "",
            "confirmed_on": None,
        }
        application.pending = {**application.pending, order["number"]: order}
        note(case, entries.OVERRIDE_ASKED, said.of_order(application, order, reason))
    else:
        application.orders[order["number"]] = order
    changed(case, application)
    return order


def record_orders(case, number, rows, is_trial=True, read_number=read_typed):
    """Record many orders, all of them or none; return a Line for each.

    rows: [(line, values)]. None of them can be overridden here.
    """
    application = application_of(case, number)
    permits, found = permits_of(case), []
    for line, values in rows:
        try:
            order = order_in(values, read_number)
        except Wrong as wrong:
            found.append(Line(line, problem=next(iter(wrong.errors.values()))))
            continue
        findings = guard.judge(order["kind"], order["day"], permits)
        problem = said.stopped(findings[0]) if findings else None
        found.append(Line(line, None if findings else order, problem))
    if is_trial or any(one.problem is not None for one in found):
        return found
    _room(case, len(found))
    touch(case, application)
    for one in found:
        one.order["number"] = _next_number(case)
        application.orders[one.order["number"]] = one.order
    changed(case, application)
    return found


def decide_override(case, number, order_number, values):
    """Confirm or refuse that an order counts although it was too early.

    values: confirm (whether it is), comment. Only somebody else than who asked may.
    """
    application = application_of(case, number)
    order = application.pending[order_number]
    override = order["override"]
    read = Reading(values)
    comment = read.text("comment", MAX_REASON, lines=True)
    confirms = read.flag("confirm")
    if confirms and not guard.are_two(override["hands"], hands_on(case)):
        read.wrong("confirm", SAME_PERSON)
    if not confirms and not comment:
        read.wrong("comment", _("error_step_reason", default="Please write why."))
    read.done()
    touch(case, application)
    rest = {key: one for key, one in application.pending.items() if key != order_number}
    application.pending = rest
    if confirms:
        against = {finding.application for finding in findings_of(case, order)}
        decided = override | {
            "confirmed_by": asking.userid() or "",
            "confirmed_name": own_name() if asking.userid() else "",
            "confirmed_on": today(),
            "covers": tuple(sorted({*override["covers"], *against})),
        }
        application.orders[order_number] = order | {"override": decided}
    action = entries.OVERRIDE_CONFIRMED if confirms else entries.OVERRIDE_REFUSED
    note(case, action, said.of_order(application, order, comment))
    changed(case, application)
    return order


SAME_PERSON = _(
    "error_override_same",
    default="Somebody else has to confirm it: not who asked for it, nor who stands in for them.",
)


def strike_order(case, number, order_number, values):
    """Say that an order was entered by mistake; it stays readable and counts no more."""
    application = application_of(case, number)
    order = application.orders[order_number]
    read = Reading(values)
    reason = read.text("reason", 500, required=True)
    read.done()
    touch(case, application)
    struck = {"day": today(), "by": asking.userid() or "", "reason": reason}
    application.orders[order_number] = order | {"struck": struck}
    note(case, entries.STRUCK, said.of_order(application, order, reason))
    changed(case, application)


def may_confirm(case, order):
    """Return whether who is signed in is somebody else than who asked for an override."""
    return guard.are_two(order["override"]["hands"], hands_on(case))


def hands_on(case):
    """Return the ids of who is signed in and of those in whose place alone they keep the file.

    case: an object or a brain.
    """
    actor = actor_on(case, facts_of(case))
    found = {actor.userid}
    own = set(actor.roles) - set(actor.lent)
    if not own & KEEPERS:
        for role, people in actor.lent.items():
            if role in KEEPERS:
                found.update(people)
    return found


def rejudge(case):
    """Judge all orders of a case again and keep what stands against them; return what is new."""
    permits, fresh = permits_of(case), []
    for application in funding_of(case).applications.values():
        for key, order in list(application.orders.items()):
            conflict = conflict_of(order, permits)
            if conflict == order["conflict"]:
                continue
            application.orders[key] = order | {"conflict": conflict}
            if conflict and not order["conflict"]:
                fresh.append((application, order, conflict))
                note(case, entries.TOO_EARLY, said.of_order(application, order, ""))
    return fresh


def conflict_of(order, permits):
    """Return what stands against a recorded order: ((application, code), ...), or None."""
    if order["struck"]:
        return None
    override = order["override"]
    covered = override["covers"] if override and override["confirmed_on"] else ()
    found = tuple(
        (finding.application, finding.code)
        for finding in guard.judge(order["kind"], order["day"], permits)
        if finding.application not in covered
    )
    return found or None


def findings_of(case, order):
    """Return what stands against an order now, whether it is overridden or not."""
    return guard.judge(order["kind"], order["day"], permits_of(case))


def _next_number(case):
    funding = ensured_funding(case)
    funding.last_order += 1
    return funding.last_order


def _room(case, more):
    applications = funding_of(case).applications.values()
    count = sum(len(one.orders) + len(one.pending) for one in applications)
    if count + more > MOST:
        message = _(
            "error_orders_many", default="A case has at most ${n} orders.", mapping={"n": MOST}
        )
        raise Wrong({"what": message})
