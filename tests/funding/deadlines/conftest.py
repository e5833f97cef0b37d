"""A case with a notice, and the day on which things happen."""

from datetime import date
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from kommunalhub.core import formatting
from kommunalhub.funding.applications import operations as applications

import pytest


NOTICE = {
    "kind": "total",
    "day": date(2026, 11, 16),
    "delivery": "post",
    "instruction_right": True,
    "amount": Decimal("100000.00"),
    "period_to": date(2027, 12, 31),
    "drawdown_by": date(2027, 10, 31),
    "needs_final": True,
    "interim": [date(2027, 3, 31)],
    "proof_months": 6,
    "receipts_years": 5,
    "earmark_years": 10,
    "earmark_from": date(2027, 12, 31),
}


@pytest.fixture
def at(monkeypatch):
    """Return a function that sets the day; it begins on 30 November 2026."""

    def at(day):
        moment = datetime.combine(day, datetime.min.time(), UTC).replace(hour=11)
        monkeypatch.setattr(formatting, "now", lambda: moment)

    at(date(2026, 11, 30))
    return at


def filed_case(portal, people, **facts):
    """Return a case with an application that was filed long ago."""
    case = people.bring_to(people.add_consultation(portal, **facts), "applied")
    values = {"programme_title": "Ortskern", "kind": "first", "amount": Decimal("100000.00")}
    application = applications.add_application(case, values)
    application.state = "filed"
    application.filed_on = date(2026, 9, 1)
    application.path = tuple({**entry, "day": date(2026, 9, 1)} for entry in application.path)
    return case


@pytest.fixture
def record():
    """Return a function that records a notice of the first application of a case."""

    def record(case, **values):
        return applications.record_notice(case, 1, {**NOTICE, **values})

    return record


@pytest.fixture
def case(portal, people, at):
    return filed_case(portal, people)
