"""The money of an application is kept by the rules, with what is wrong at its field."""

from datetime import date
from decimal import Decimal
from kommunalhub.approvals.case.facts import extra_of
from kommunalhub.funding.applications import operations as applications
from kommunalhub.funding.applications.said import next_steps
from kommunalhub.funding.applications.storage import application_of
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.applications.typed import Wrong
from kommunalhub.funding.money import storage
from kommunalhub.funding.money.account import Account
from kommunalhub.funding.money.drawdowns import operations as drawdowns
from kommunalhub.funding.money.inventory import operations as inventory
from kommunalhub.funding.money.proof import operations as proof
from kommunalhub.funding.money.receipts import operations as receipts
from people import brain
from people import state
from people import step
from plone import api

import pytest


ASKED = {"day": date(2026, 10, 1), "amount": "30.000,00", "due": "40.000,00"}
PAID = {
    "invoice": "RE-2026-17",
    "paid_on": "2026-11-02",
    "payee": "Dachdeckerei Muster",
    "what": "Abschlag 1",
    "net": "33.613,45",
    "gross": "40.000,00",
    "item": "Dach",
}
PROOF = {
    "kind": "regular",
    "day": date(2026, 11, 3),
    "report": "Das Dach ist dicht.",
    "confirmed": True,
}
BACK = {"day": date(2026, 11, 5), "amount": "15.000,00", "comment": "Nach der Prüfung"}


def refused(verb, *args, **more):
    with pytest.raises(Wrong) as wrong:
        verb(*args, **more)
    return set(wrong.value.errors)


def ask(case, **values):
    return drawdowns.ask(case, 1, ASKED | values)


def pay(case, **values):
    return receipts.add(case, 1, PAID | values)


def received(case, **values):
    row = ask(case, **values)
    return drawdowns.receive(case, 1, row["number"], {"day": "2026-10-15", "amount": row["asked"]})


def test_reading_writes_nothing(case):
    account = Account(case, application_of(case, 1))
    assert (account.committed, account.left) == (0, Decimal(90000))
    assert storage.KEY not in case.__annotations__


def test_money_is_asked_for_and_comes(case):
    changes = funding_of(case).changes, application_of(case, 1).changes
    row = ask(case)
    assert (row["asked"], row["received"]) == (Decimal("30000.00"), None)
    drawdowns.receive(case, 1, 1, {"day": "2026-10-15", "amount": "29.999,99"})
    account = Account(case, application_of(case, 1))
    assert (account.received, account.left) == (Decimal("29999.99"), Decimal("60000.01"))
    # The ledger of the application: two who draw at once conflict.
    assert funding_of(case).changes == changes[0] + 2
    assert application_of(case, 1).changes == changes[1] + 2


@pytest.mark.parametrize(
    "values, fields",
    [
        ({"amount": "viel"}, {"amount"}),
        ({"amount": "0"}, {"amount"}),
        ({"amount": "-5"}, {"amount"}),
        ({"amount": "1,234"}, {"amount"}),
        ({"amount": "90.000,01", "due": "120.000"}, {"amount"}),
        ({"amount": "30.000,01"}, {"amount"}),
        ({"due": ""}, {"due"}),
        ({"day": "2026-08-31"}, {"day"}),
        ({"day": "2999-01-01"}, {"day"}),
        ({"day": "bald"}, {"day"}),
        ({"comment": "x" * 1001}, {"comment"}),
    ],
)
def test_a_wrong_drawdown_is_refused_at_its_field(case, values, fields):
    assert refused(ask, case, **values) == fields
    assert not storage.book_of(case, 1).drawdowns


def test_an_unknown_application_is_none(case):
    with pytest.raises(KeyError):
        drawdowns.ask(case, 7, ASKED)


def test_before_the_notice_is_final_nothing_is_drawn(portal, people, granted):
    case = granted.add_granted(portal, people, needs_final=True)
    with people.As("malente-redaktion"):
        assert refused(ask, case) == {"day"}
        applications.take_step(case, 1, {"state": "final", "day": date(2026, 10, 2)})
        assert refused(ask, case) == {"day"}
        assert ask(case, day="2026-10-02")["number"] == 1


def test_a_waiver_makes_the_notice_final(portal, people, granted):
    case = granted.add_granted(portal, people, needs_final=True, waived_on=date(2026, 9, 10))
    with people.As("malente-redaktion"):
        assert ask(case)["number"] == 1


def test_more_than_was_asked_for_does_not_come(case):
    ask(case)
    late = {"day": "2026-09-30", "amount": "30.000"}
    assert refused(drawdowns.receive, case, 1, 1, late) == {"day"}
    more = {"day": "2026-10-15", "amount": "30.000,01"}
    assert refused(drawdowns.receive, case, 1, 1, more) == {"amount"}
    drawdowns.receive(case, 1, 1, more | {"amount": "30.000"})
    assert refused(drawdowns.receive, case, 1, 1, more) == {"day", "comment"}


def test_what_is_next_names_the_drawdown(case, portal, people, granted):
    def next_of(case):
        messages = next_steps(case, application_of(case, 1))
        return [(str(one), one.mapping.get("left")) for one in messages[1:]]

    assert next_of(case) == [("next_drawdown", "90.000,00\xa0€")]
    received(case)
    assert next_of(case) == [("next_drawdown", "60.000,00\xa0€")]
    drawdowns.ask(case, 1, ASKED | {"amount": "60.000", "due": "120.000"})
    assert next_of(case) == []
    due = granted.add_granted(portal, people, drawdown_by=date(2026, 12, 15))
    assert next_of(due) == [("next_drawdown_due", "90.000,00\xa0€")]
    later = granted.add_granted(portal, people, needs_final=True)
    assert next_of(later) == []


def test_what_was_dropped_can_be_asked_for_again(case):
    ask(case)
    assert refused(ask, case) == {"amount"}
    assert refused(drawdowns.drop, case, 1, 1, {"comment": " "}) == {"comment"}
    drawdowns.drop(case, 1, 1, {"comment": "Falsches Formular"})
    assert ask(case)["number"] == 2


def test_no_more_is_paid_back_than_came(case):
    received(case)
    assert refused(drawdowns.pay_back, case, 1, BACK | {"amount": "30.000,01"}) == {"amount"}
    assert refused(drawdowns.pay_back, case, 1, BACK | {"amount": "0"}) == {"amount"}
    assert refused(drawdowns.pay_back, case, 1, BACK | {"comment": ""}) == {"comment"}
    drawdowns.pay_back(case, 1, BACK)
    account = Account(case, application_of(case, 1))
    assert account.paid_back == Decimal("15000.00")
    assert account.left == Decimal("60000.00")  # what was paid back is not drawn again


def test_money_that_lies_too_long_costs_interest(case):
    received(case, amount="30.000")
    account = Account(case, application_of(case, 1), date(2026, 12, 16))
    (part,) = account.late
    assert (part.limit, part.amount) == (date(2026, 12, 15), Decimal("30000.00"))
    # 62 days at 5 points over 1.27 percent: 30,000 × 6.27 % × 62 / 365
    assert account.interest.amount == Decimal("319.51")
    soon = Account(case, application_of(case, 1), date(2026, 12, 1))
    assert (soon.late, len(soon.soon)) == ([], 1)
    assert soon.at_stake.amount == Decimal("319.51")
    pay(case)
    assert Account(case, application_of(case, 1), date(2026, 12, 16)).late == []


@pytest.mark.parametrize(
    "values, fields",
    [
        ({"invoice": ""}, {"invoice"}),
        ({"payee": ""}, {"payee"}),
        ({"paid_on": ""}, {"paid_on"}),
        ({"paid_on": "2999-01-01"}, {"paid_on"}),
        ({"gross": "0", "net": ""}, {"gross"}),
        ({"net": "40.000,01"}, {"net"}),
        ({"eligible": "40.000,01"}, {"eligible"}),
        ({"item": "Feier"}, {"item"}),
        ({"what": "x" * 501}, {"what"}),
        ({"gross": ["1"]}, {"gross"}),
    ],
)
def test_a_wrong_receipt_is_refused_at_its_field(case, values, fields):
    assert refused(pay, case, **values) == fields
    assert not storage.book_of(case, 1).receipts


def test_what_counts_follows_the_plan_unless_said(case):
    assert pay(case)["eligible"] == Decimal("40000.00")
    assert pay(case, invoice="2", item="Blitzschutz")["eligible"] == 0
    assert pay(case, invoice="3", eligible="100")["eligible"] == 100


def test_a_receipt_is_entered_once(case):
    pay(case)
    assert refused(pay, case, invoice="re-2026-17") == {"invoice"}
    receipts.change(case, 1, 1, PAID | {"gross": "41.000"})
    assert storage.book_of(case, 1).receipts[1]["gross"] == 41000
    receipts.remove(case, 1, 1)
    with pytest.raises(KeyError):
        receipts.remove(case, 1, 1)


@pytest.mark.parametrize(
    "values, fields",
    [
        ({"kind": "long"}, {"kind"}),
        ({"report": " "}, {"report"}),
        ({"report": "x" * 30001}, {"report"}),
        ({"confirmed": None}, {"confirmed"}),
        ({"third": "-1"}, {"third"}),
        ({"day": "2999-01-01"}, {"day"}),
    ],
)
def test_a_wrong_statement_is_refused_at_its_field(case, values, fields):
    pay(case)
    assert refused(proof.submit, case, 1, PROOF | values) == fields


def test_a_statement_needs_payments_and_says_why_the_plan_was_not_kept(case):
    assert refused(proof.submit, case, 1, PROOF) == {"kind"}
    pay(case, gross="20.000", net="", item="Gerüst")
    pay(case, invoice="2", gross="4.000,01", net="1", item="Gerüst")
    assert refused(proof.submit, case, 1, PROOF) == {"reason"}
    row = proof.submit(case, 1, PROOF | {"reason": "Längere Standzeit, am 3. Mai genehmigt."})
    assert row["figures"]["needs_agreement"]


def test_what_is_handed_in_keeps_its_figures(case):
    received(case)
    pay(case)
    row = proof.submit(case, 1, PROOF)
    found = row["figures"]
    assert found["result"] == Decimal("30000.00")
    assert (found["repay"], found["still_due"]) == (0, 0)
    assert [fund["actual"] for fund in found["funds"]] == [
        Decimal("30000.00"),
        0,
        Decimal("10000.00"),
    ]
    assert refused(pay, case, invoice="2") == {"invoice"}
    assert refused(proof.submit, case, 1, PROOF) == {"kind"}
    proof.take_back(case, 1, 1, {"comment": "Ein Beleg fehlt."})
    pay(case, invoice="2")
    assert proof.submit(case, 1, PROOF)["number"] == 2


def test_an_accepted_statement_settles_the_application(case):
    assert extra_of(case)["proofs_open"] == 1
    received(case)
    pay(case)
    proof.submit(case, 1, PROOF)
    proof.record_result(case, 1, 1, {"state": "accepted", "day": "2026-11-05"})
    assert extra_of(case)["proofs_open"] == 0
    assert refused(proof.submit, case, 1, PROOF) == {"kind"}


def test_what_has_to_be_paid_back_stays_open_until_it_is(case):
    received(case)
    pay(case)
    proof.submit(case, 1, PROOF)
    answer = {"state": "repay", "day": "2026-11-04", "comment": "Rabatt nicht abgezogen"}
    assert refused(proof.record_result, case, 1, 1, answer) == {"repay"}
    assert refused(proof.record_result, case, 1, 1, answer | {"repay": "30000,01"}) == {"repay"}
    early = answer | {"repay": "15.000", "day": "2026-11-02"}
    assert refused(proof.record_result, case, 1, 1, early) == {"day"}
    row = proof.record_result(case, 1, 1, answer | {"repay": "15.000", "interest": "120,50"})
    assert row["result"]["amount"] == Decimal("15000.00")
    assert extra_of(case)["proofs_open"] == 1
    drawdowns.pay_back(case, 1, BACK | {"interest": "120,50"})
    assert extra_of(case)["proofs_open"] == 0


def test_a_case_is_closed_once_the_use_is_proved(case, people):
    pay(case)
    proof.submit(case, 1, PROOF)
    with people.As("berater"), pytest.raises(api.exc.InvalidParameterError):
        api.content.transition(case, "close")
    proof.record_result(case, 1, 1, {"state": "accepted", "day": "2026-11-05"})
    step(case, "berater", "close")
    assert state(case) == "closed"


THING = {
    "title": "Wärmebildkamera",
    "inventory_number": "FW-77",
    "bought_on": "2026-10-05",
    "price": "890",
    "place": "Feuerwache Sieversdorf",
}


def test_what_was_bought_is_earmarked_by_the_notice(case):
    row = inventory.add(case, 1, THING)
    assert row["until"] == date(2036, 10, 5)
    assert inventory.add(case, 1, THING | {"until": "2030-01-01", "inventory_number": ""})[
        "until"
    ] == date(2030, 1, 1)
    assert refused(inventory.add, case, 1, THING) == {"inventory_number"}
    assert refused(inventory.add, case, 1, THING | {"place": ""}) == {"place", "inventory_number"}
    early = THING | {"until": "2026-01-01", "inventory_number": "1"}
    assert refused(inventory.add, case, 1, early) == {"until"}


def test_nothing_earmarked_goes_unnoticed(case):
    inventory.add(case, 1, THING)
    gone = {"day": "2026-11-04", "comment": "Gestohlen"}
    assert refused(inventory.dispose, case, 1, 1, gone) == {"anyway"}
    row = inventory.dispose(case, 1, 1, gone | {"anyway": True})
    assert row["disposed"]["early"]
    assert refused(inventory.dispose, case, 1, 1, gone | {"anyway": True}) == {"day"}


def test_the_catalog_knows_the_sums(case, people):
    received(case)
    (row,) = brain(case).case_extra["funding_sums"]
    assert {name: row[name] for name in ("applied", "granted", "drawn", "paid_back")} == {
        "applied": "90000",
        "granted": "90000",
        "drawn": "30000.00",
        "paid_back": "0",
    }


def test_a_copy_takes_no_money_along(case):
    ask(case)
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(case, target=case.aq_parent)
    assert not storage.books_of(copy)
