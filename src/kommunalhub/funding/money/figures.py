"""Figures of the law for drawdowns and proof: dated data of the registry, with their sources."""

from datetime import date
from decimal import Decimal
from kommunalhub.core import registry
from kommunalhub.funding.money.interest import Rate
from kommunalhub.funding.money.inventory.rules import Threshold
from kommunalhub.funding.money.proof.rules import Limits


BASE_RATES = "kommunalhub.funding_base_rates"
FIGURES = "kommunalhub.funding_money_figures"


def base_rates():
    """Return the Rates of § 247 BGB."""
    return [
        Rate(date.fromisoformat(row["since"]), Decimal(row["percent"]), row.get("source") or "")
        for row in registry.read(BASE_RATES) or ()
    ]


def points():
    """Return by how many percentage points interest is above the base rate, as Rates."""
    return _rows("interest_points")


def use_months(day):
    """Return the Rate whose `percent` is the number of months in which money has to be used."""
    return _on("use_months", day)


def limits(day):
    """Return (Limits of the 10/20 rule on a day, its source)."""
    item, whole = _on("item_percent", day), _on("whole_percent", day)
    return Limits(item.percent, whole.percent), item.source


def thresholds():
    """Return the Thresholds of prices that are listed apart."""
    most = {row.since: row for row in _rows("apart_most")}
    return [
        Threshold(row.since, row.percent, most[row.since].percent, row.source)
        for row in _rows("apart_least")
        if row.since in most
    ]


def _on(figure, day):
    rows = _rows(figure)
    return max(
        (row for row in rows if row.since <= day), key=lambda row: row.since, default=rows[0]
    )


def _rows(figure):
    found = [
        Rate(date.fromisoformat(row["since"]), Decimal(row["value"]), row.get("source") or "")
        for row in registry.read(FIGURES) or ()
        if row["figure"] == figure
    ]
    return sorted(found, key=lambda row: row.since)
