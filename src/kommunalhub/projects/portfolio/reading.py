"""The projects that who asks may see, from one catalog query; their money from another.

No project and no funding case is woken.
"""

from collections import Counter
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from decimal import Decimal
from functools import cached_property
from kommunalhub.core import moneysource
from kommunalhub.core.formatting import sort_key
from kommunalhub.core.moneysource import Money
from kommunalhub.core.tools import catalog
from kommunalhub.projects import rules
from kommunalhub.projects import workflow


@dataclass(frozen=True)
class Line:
    """One project. milestones: see `indexers.row_of`, with days as dates.

    reported: {month, day, standing} of the newest report, None without any.
    """

    uid: str
    title: str
    url: str
    number: str
    state: str
    partner: str
    about: str
    fields: tuple
    partners: tuple
    first: date | None
    last: date | None
    budget: Decimal
    own_share: Decimal
    milestones: tuple
    cases: tuple
    reported: dict | None = None
    money: Money = field(default_factory=Money)

    @cached_property
    def following(self):
        """The milestone that comes next, or None."""
        found = [one for one in self.milestones if one["open"]]
        return min(found, key=lambda one: one["planned"], default=None)

    def progress(self, today):
        """Return the Progress on a day."""
        counted = [one for one in self.milestones if not one["dropped"]]
        return rules.Progress(
            sum(one["done"] is not None for one in counted),
            len(counted),
            sum(one["open"] and one["planned"] < today for one in counted),
        )


def lines(states=None):
    """Return the Lines of all projects that who asks may see, in the order of states and titles."""
    query = {"review_state": list(states)} if states else {}
    brains = catalog()(portal_type=workflow.TYPE, **query)
    found = [line_of(brain) for brain in brains]
    uids = [uid for one in found for uid in one.cases]
    sums = moneysource.sums(uids) if uids else {}
    order = {state: at for at, state in enumerate(workflow.STATES)}
    found = [_with_money(one, sums) for one in found]
    return sorted(found, key=lambda one: (order.get(one.state, len(order)), sort_key(one.title)))


def line_of(brain):
    """Return a Line of what the catalog knows, its money left aside."""
    extra = brain.case_extra or {}
    return Line(
        brain.UID,
        brain.Title,
        brain.getURL(),
        brain.case_number or "",
        brain.review_state,
        brain.partner or "",
        brain.Description,
        tuple(extra.get("theme_fields", ())),
        tuple(extra.get("partners", ())),
        _day(extra.get("start")),
        _day(extra.get("end")),
        Decimal(extra.get("budget") or 0),
        Decimal(extra.get("own_share") or 0),
        tuple(
            {**one, **{name: _day(one[name]) for name in ("planned", "done", "before")}}
            for one in extra.get("milestones", ())
        ),
        tuple(extra.get("cases", ())),
        _reported(extra.get("reported")),
    )


def _reported(found):
    return {**found, "day": _day(found["day"])} if found else None


def _with_money(line, sums):
    if not line.cases:
        return line
    money = moneysource.total(sums[uid] for uid in line.cases if uid in sums)
    return Line(**{**vars_of(line), "money": money})


def vars_of(line):
    return {name: getattr(line, name) for name in line.__dataclass_fields__}


def by_field(found, titles):
    """Return [(token, title, Lines)] of the fields that have projects, in the order of the list.

    A project of several fields stands in the first of them, so that each is there once.
    """
    groups = {token: [] for token in titles}
    for one in found:
        token = next((token for token in titles if token in one.fields), "")
        groups.setdefault(token, []).append(one)
    return [(token, titles.get(token), rows) for token, rows in groups.items() if rows]


def counts(found):
    """Return how many projects are in each state."""
    return Counter(one.state for one in found)


def sums(found):
    """Return (budget, own share, Money) of several projects together."""
    budget = sum((one.budget for one in found), rules.ZERO)
    own_share = sum((one.own_share for one in found), rules.ZERO)
    return budget, own_share, moneysource.total(one.money for one in found)


def _day(text):
    return date.fromisoformat(text) if text else None
