"""Figures of law that chains need, as the registry has them: dated data with a source."""

from datetime import date
from kommunalhub.core import registry
from kommunalhub.funding.deadlines.terms import Figure


RECORD = "kommunalhub.funding_deadline_figures"


def figures():
    """Return all Figures."""
    return [figure_in(row) for row in registry.read(RECORD) or ()]


def figure_in(row):
    """Return the Figure in a row of the record: {rule, since, until, number, source, stand}."""
    return Figure(
        rule=row["rule"],
        since=date.fromisoformat(row["since"]),
        until=date.fromisoformat(row["until"]) if row.get("until") else None,
        number=int(row["number"]) if row.get("number") else None,
        norm=row["source"],
        stand=date.fromisoformat(row["stand"]) if row.get("stand") else None,
    )
