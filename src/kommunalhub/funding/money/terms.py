"""What the notices of an application and the plan of its case say together about the money."""

from kommunalhub.funding.applications import plan as plans
from kommunalhub.funding.applications import rules as applications
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.money.drawdowns.rules import SHARE
from kommunalhub.funding.money.drawdowns.rules import Terms
from kommunalhub.funding.money.drawdowns.rules import total
from kommunalhub.funding.money.drawdowns.rules import ZERO
from kommunalhub.funding.money.proof.rules import Planned


def terms_of(case, application):
    """Return the Terms of an application; of what no notice says the plan is asked.

    The newest notice in force says how it is financed; days reach as far as any of them.
    """
    granting = [one for one in applications.in_force(application.notices) if one["amount"]]
    newest = granting[-1] if granting else {}
    plan = funding_of(case).plan() or {"items": (), "funds": ()}
    own, third = funds_beside(plan, application.number)
    eligible = total(one.get("eligible_cost") or ZERO for one in granting)
    return Terms(
        grant=applications.granted(application.notices) or ZERO,
        eligible=eligible or plans.eligible(plan["items"]) or None,
        financing=newest.get("financing") or SHARE,
        rate=newest.get("rate"),
        own=own,
        third=third,
        granted_on=_first(granting, "day"),
        period_from=_first(granting, "period_from"),
        period_to=_last(granting, "period_to"),
        drawdown_by=_last(granting, "drawdown_by"),
        needs_final=bool(newest.get("needs_final")),
        final_on=final_on(application, newest),
    )


def funds_beside(plan, number):
    """Return (own funds, other money) of a plan; grants of other applications are other money."""
    funds = plan["funds"]
    others = [
        fund["amount"]
        for fund in funds
        if fund["kind"] == "grant" and fund["application"] not in (None, number)
    ]
    return plans.financed(funds, "own"), plans.financed(funds, "third") + total(others)


def final_on(application, notice):
    """Return since when a notice is beyond appeal, None while it is not.

    Either the application was taken that far since the notice, or the right to appeal was waived.
    """
    if not notice:
        return None
    days = []
    for entry in reversed(application.path):
        if entry["state"] == applications.FINAL:
            days.append(entry["day"])
        elif entry["state"] in applications.BY_NOTICE:
            break
    if notice.get("waived_on"):
        days.append(notice["waived_on"])
    return min(days, default=None)


def planned_of(case):
    """Return the items of the newest plan as Planned."""
    plan = funding_of(case).plan()
    return [
        Planned(item["title"], item["gross"], item["gross"] if item["eligible"] else ZERO)
        for item in (plan or {"items": ()})["items"]
    ]


def item_titles(case):
    """Return the titles of the items of the newest plan, each once."""
    return list(dict.fromkeys(item.title for item in planned_of(case)))


def _first(notices, name):
    return min((one[name] for one in notices if one.get(name)), default=None)


def _last(notices, name):
    return max((one[name] for one in notices if one.get(name)), default=None)
