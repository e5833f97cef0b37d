"""What is kept of applications as JSON: amounts as text, days in ISO form."""

from datetime import date
from decimal import Decimal
from kommunalhub.core.money import as_json
from kommunalhub.funding.applications import guard
from kommunalhub.funding.applications import plan
from kommunalhub.funding.applications import rules
from kommunalhub.funding.applications import said
from kommunalhub.funding.applications.operations.orders import permits_of
from kommunalhub.funding.applications.operations.plans import warnings_of
from zope.i18n import translate


#: Who acts behind an order is for the guard alone, numbers of aid for the ledger.
INSIDE = frozenset({"hands", "aids"})
#: Numbers that are no amounts: percentages stay as they were typed.
SHARES = frozenset({"rate", "percent"})


def plain(value, inside=INSIDE, shares=SHARES):
    """Return a stored value as JSON has it: amounts to the cent, days in ISO form.

    inside: names that nobody outside reads; shares: names of numbers that are no amounts.
    """
    if isinstance(value, Decimal):
        return as_json(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {
            name: str(one)
            if name in shares and isinstance(one, Decimal)
            else plain(one, inside, shares)
            for name, one in value.items()
            if name not in inside
        }
    if isinstance(value, list | tuple):
        return [plain(one, inside, shares) for one in value]
    return value


def application_of(case, one, request):
    """Return an application."""
    number = one.number
    return {
        "@id": f"{case.absolute_url()}/@applications/{number}",
        "number": number,
        "programme": one.programme,
        "programme_title": one.programme_title,
        "kind": one.kind,
        "state": one.state,
        "amount": plain(one.amount),
        "granted": plain(rules.granted(one.notices)),
        "filed_on": plain(one.filed_on),
        "clearance_until": plain(one.clearance_until),
        "reference": one.reference,
        "early_start": plain(one.early_start),
        "next_step": " ".join(
            translate(message, context=request) for message in said.next_steps(case, one)
        ),
        "steps": list(rules.by_hand(one.state)),
        "path": plain(one.path),
        "checklist": plain(one.checklist),
        "notices": plain(one.notices),
        "orders": plain(list(one.orders.values())),
        "pending": plain(list(one.pending.values())),
    }


def begin_of(case):
    """Return from when on may be ordered, and what each application says about it."""
    permits = permits_of(case)
    return {
        "permitted_begin": plain(guard.permitted_begin(permits)),
        "applications": [
            {
                "number": permit.application,
                "permitted": [
                    {"from": plain(span.since), "until": plain(span.until), "why": span.why}
                    for span in permit.spans
                ],
                "lets": sorted(permit.lets),
                "source": permit.source,
            }
            for permit in permits
        ],
    }


def findings_of(findings, request):
    """Return why an order is stopped."""
    return [
        {
            "application": one.application,
            "code": one.code,
            "from": plain(one.since),
            "until": plain(one.until),
            "source": one.source,
            "message": translate(said.stopped(one), context=request),
        }
        for one in findings
    ]


def plan_of(case, found, request):
    """Return a version of the plan with its sums."""
    return plain(found) | {
        "@id": f"{case.absolute_url()}/@plans/{found['version']}",
        "costs": plain(plan.costs(found["items"])),
        "eligible": plain(plan.eligible(found["items"])),
        "financed": plain(plan.financed(found["funds"])),
        "warnings": [translate(text, context=request) for text in warnings_of(case, found)],
    }
