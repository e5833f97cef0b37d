"""Deadlines know what the book says: nobody reports by hand what was entered here."""

from datetime import date
from kommunalhub.funding.deadlines import keeping
from kommunalhub.funding.deadlines.operations import entries_of
from kommunalhub.funding.deadlines.terms import TO_DO
from kommunalhub.funding.money.drawdowns import operations as drawdowns
from kommunalhub.funding.money.proof import operations as proof
from kommunalhub.funding.money.receipts import operations as receipts
from kommunalhub.funding.money.storage import book_of
from people import step

import pytest


ALL = {"day": date(2026, 10, 1), "amount": "90.000", "due": "120.000"}
PAID = {"paid_on": "2026-10-20", "payee": "Zimmerei Muster"}
PROOF = {"kind": "regular", "day": date(2026, 11, 3), "report": "Dicht.", "confirmed": True}


@pytest.fixture
def case(portal, people, granted):
    dates = {"drawdown_by": date(2027, 10, 31), "interim": [date(2027, 3, 31)], "proof_months": 6}
    case = granted.add_granted(portal, people, conditions="31.12.2027: Bauschild", **dates)
    with people.As("malente-redaktion"):
        yield case


def to_do(case):
    """Return the kinds of what is still to be done."""
    entries = entries_of(case, 1).values()
    return {one["kind"] for one in entries if one["kind"] in TO_DO and keeping.is_open(one)}


def state_use(case):
    number = len(book_of(case, 1).drawdowns)
    drawdowns.receive(case, 1, number, {"day": date(2026, 10, 12), "amount": "90.000"})
    for item, gross in (("Dach", "100.000"), ("Gerüst", "20.000")):
        receipts.add(case, 1, PAID | {"invoice": item, "item": item, "gross": gross})
    return proof.submit(case, 1, PROOF)


def test_what_is_drawn_and_stated_is_done(case):
    assert to_do(case) == {"condition", "drawdown", "interim", "period", "proof"}
    drawdowns.ask(case, 1, ALL)
    assert "drawdown" not in to_do(case)
    drawdowns.drop(case, 1, 1, {"comment": "Falsches Formular"})
    assert "drawdown" in to_do(case)
    drawdowns.ask(case, 1, ALL | {"day": date(2026, 10, 5)})
    assert entries_of(case, 1)["drawdown.1"]["done"]["day"] == date(2026, 10, 5)
    state_use(case)
    assert to_do(case) == {"condition", "interim", "period"}
    assert entries_of(case, 1)["receipts.1"]["day"] == date(2031, 11, 3)
    proof.take_back(case, 1, 1, {"comment": "Ein Beleg fehlt."})
    assert to_do(case) == {"condition", "interim", "period", "proof"}
    proof.submit(case, 1, PROOF)
    proof.record_result(case, 1, 2, {"state": "accepted", "day": date(2026, 11, 5)})
    assert to_do(case) == {"condition"}


def test_an_interim_statement_meets_its_deadline(case):
    proof.submit(case, 1, PROOF | {"kind": "interim"})
    assert to_do(case) == {"condition", "drawdown", "period", "proof"}
    assert entries_of(case, 1)["interim.1.2027"]["done"]["day"] == date(2026, 11, 3)
    proof.take_back(case, 1, 1, {"comment": "Falsche Zahlen."})
    assert "interim" in to_do(case)


def test_of_a_case_that_is_over_nothing_is_asked(case):
    drawdowns.ask(case, 1, ALL)
    state_use(case)
    proof.record_result(case, 1, 1, {"state": "accepted", "day": date(2026, 11, 5)})
    step(case, "berater", "close")
    assert to_do(case) == set()
    entries = entries_of(case, 1)
    (condition,) = (one for one in entries.values() if one["kind"] == "condition")
    assert condition["dropped"] is not None
    assert all(keeping.is_open(entries[key]) for key in ("receipts.1", "earmark.1"))
