"""The plan of costs and financing; each time it is saved it is a new version."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.messages import filled
from kommunalhub.core.money import read_typed
from kommunalhub.funding.applications.operations.programmes import programme_of
from kommunalhub.funding.applications.operations.writing import touch
from kommunalhub.funding.applications.plan import difference
from kommunalhub.funding.applications.plan import FUND_KINDS
from kommunalhub.funding.applications.plan import too_much
from kommunalhub.funding.applications.plan import ZERO
from kommunalhub.funding.applications.storage import ensured_funding
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.applications.typed import Reading
from kommunalhub.funding.applications.typed import today


MOST_ROWS = 100
MOST_VERSIONS = 200


def save_plan(case, values, number=read_typed):
    """Save a new version of the plan and return it.

    values: items [{title, net, gross, eligible}], funds [{kind, title, amount, application}],
    remark. Errors of rows stand at „items.<row>.<field>“.
    """
    read = Reading(values, number)
    remark = read.text("remark", 500)
    items = _rows(read, "items", _item)
    funds = _rows(read, "funds", _fund)
    if not read.errors:
        off = difference(items, funds)
        if off:
            message = _(
                "error_plan_unbalanced",
                default="Costs and financing differ by ${amount}: they must be the same.",
                mapping={"amount": formatting.money(abs(off))},
            )
            read.wrong("funds", message)
    read.done()
    funding = ensured_funding(case)
    touch(case)
    version = (funding.plans.maxKey() if funding.plans else 0) + 1
    plan = {
        "version": version,
        "day": today(),
        "by": asking.userid() or "",
        "remark": remark,
        "items": items,
        "funds": funds,
    }
    funding.plans[version] = plan
    return plan


def _rows(read, name, reader):
    rows = read.value(name) or ()
    if not isinstance(rows, list | tuple) or len(rows) > MOST_ROWS:
        message = _(
            "error_plan_rows",
            default="Please give at least one row and at most ${n}.",
            mapping={"n": MOST_ROWS},
        )
        read.wrong(name, message)
        return ()
    found = []
    for place, row in enumerate(rows):
        one = Reading(row, read.number, f"{name}.{place}.")
        found.append(reader(one))
        read.errors.update(one.errors)
    if not found:
        read.wrong(name, _("error_plan_empty", default="Please give at least one row."))
    return tuple(found)


def _item(read):
    return {
        "title": read.text("title", 200, required=True),
        "net": read.amount("net"),
        "gross": read.amount("gross", required=True),
        "eligible": read.flag("eligible"),
    }


def _fund(read):
    return {
        "kind": read.choice("kind", FUND_KINDS),
        "title": read.text("title", 200),
        "amount": read.amount("amount", required=True),
        "application": read.whole("application", 1, 1000),
    }


def warnings_of(case, found):
    """Return sentences about a plan that balances but asks for more than programmes give."""
    said = []
    for application in funding_of(case).applications.values():
        grants = sum(
            (
                fund["amount"]
                for fund in found["funds"]
                if fund["kind"] == "grant" and fund["application"] == application.number
            ),
            ZERO,
        )
        programme = programme_of(application)
        limit = too_much(
            found["items"],
            grants,
            getattr(programme, "rate", None),
            getattr(programme, "max_amount", None),
        )
        if limit is None:
            continue
        shown = {
            "number": application.number,
            "title": application.programme_title,
            "most": formatting.money(limit[0]),
            "amount": formatting.money(grants),
        }
        text = ABOVE_RATE if limit[1] == "rate" else ABOVE_CAP
        said.append(filled(text, shown))
    return said


ABOVE_RATE = _(
    "plan_above_rate",
    default="Application ${number} (${title}): the plan has ${amount} of it, its rate gives at "
    "most ${most} of the costs that may be funded.",
)
ABOVE_CAP = _(
    "plan_above_cap",
    default="Application ${number} (${title}): the plan has ${amount} of it, the programme gives "
    "at most ${most}.",
)
