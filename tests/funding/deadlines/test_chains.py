"""Chains of cases: kept, followed, done, and known by the register of the site."""

from datetime import date
from kommunalhub.funding.applications import operations as applications
from kommunalhub.funding.applications.storage import application_of
from kommunalhub.funding.applications.typed import Wrong
from kommunalhub.funding.deadlines import keeping
from kommunalhub.funding.deadlines import operations
from kommunalhub.funding.deadlines import registering
from kommunalhub.funding.deadlines import storage
from plone import api
from plone.uuid.interfaces import IUUID

import pytest


def entries(case):
    return storage.chains_of(case).of(1)


def days(case):
    return {key: entry["day"] for key, entry in entries(case).items()}


def registered(trees="open", partner=storage.ALL):
    found = storage.rows_of(getattr(storage.register_of(), trees), partner)
    return {key[3]: storage.day_in(key) for key, _row in found}


def test_a_notice_brings_its_dates(case, record):
    assert entries(case) == {}
    record(case)
    assert days(case) == {
        "known.1": date(2026, 11, 20),
        "objection.1": date(2026, 12, 21),
        "final.1": date(2026, 12, 22),
        "drawdown.1": date(2027, 10, 31),
        "interim.1.2027": date(2027, 3, 31),
        "period.1": date(2027, 12, 31),
        "proof.1": date(2028, 6, 30),
        "receipts.1": date(2033, 6, 30),
        "earmark.1": date(2037, 12, 31),
    }
    assert registered() == registered(partner="malente") == days(case)
    assert registered("over") == {}
    assert registered(partner="lensahn") == {}


def test_the_fields_of_the_case_follow(case, record):
    record(case)
    assert (case.drawdown_deadline, case.proof_deadline) == (date(2027, 10, 31), date(2028, 6, 30))
    operations.mark_done(case, 1, "drawdown.1", {})
    assert case.drawdown_deadline == date(2027, 10, 31)


def test_a_change_moves_days_and_keeps_the_old_ones_visible(case, at, record):
    record(case)
    at(date(2027, 6, 1))
    change = {"kind": "change", "replaces": 1, "day": date(2027, 5, 20)}
    values = {"delivery": "post", "amount": "100000", **change, "period_to": "2028-12-31"}
    applications.record_notice(case, 1, values)
    entry = entries(case)["period.1"]
    assert entry["day"] == date(2028, 12, 31)
    assert entry["earlier"] == ({"day": date(2027, 12, 31), "until": date(2027, 6, 1)},)
    assert entry["sequence"] == 1
    assert entries(case)["drawdown.1"]["sequence"] == 0
    assert registered()["period.1"] == date(2028, 12, 31)
    assert case.proof_deadline == date(2029, 7, 2)


def test_what_is_done_is_kept_with_its_day_and_remark(case, at, record):
    record(case)
    at(date(2027, 4, 12))
    values = {"day": date(2027, 3, 30), "remark": "Per Post"}
    for _twice in range(2):
        operations.mark_done(case, 1, "interim.1.2027", values)
    entry = entries(case)["interim.1.2027"]
    assert (entry["done"]["day"], entry["done"]["remark"]) == (date(2027, 3, 30), "Per Post")
    assert "interim.1.2027" not in registered()
    assert registered("over") == {"interim.1.2027": date(2027, 3, 31)}
    operations.mark_undone(case, 1, "interim.1.2027")
    assert registered("over") == {}
    assert "interim.1.2027" in registered()


def test_receipts_are_kept_from_the_day_of_the_statement(case, at, record):
    record(case)
    at(date(2028, 9, 1))
    operations.mark_done(case, 1, "proof.1", {"day": date(2028, 8, 14)})
    assert days(case)["receipts.1"] == date(2033, 8, 14)
    assert entries(case)["receipts.1"]["earlier"][0]["day"] == date(2033, 6, 30)


@pytest.mark.parametrize(
    "key, values, field",
    [
        ("interim.1.2027", {"day": date(2027, 1, 1)}, "day"),  # days to come
        ("interim.1.2027", {"day": "neulich"}, "day"),
        ("interim.1.2027", {"remark": "x" * 501}, "remark"),
        ("interim.1.2027", {"remark": 7}, "remark"),
        ("final.1", {}, "day"),  # nothing to do
        ("objection.1", {}, "day"),  # it ends by itself
    ],
)
def test_what_is_wrong_is_said_at_its_field(case, key, values, field, record):
    record(case)
    with pytest.raises(Wrong) as wrong:
        operations.mark_done(case, 1, key, values)
    assert set(wrong.value.errors) == {field}


def test_an_unknown_deadline(case):
    with pytest.raises(KeyError):
        operations.mark_done(case, 1, "proof.7", {})


def test_who_withdraws_has_nothing_more_to_do(case, record):
    record(case)
    application = application_of(case, 1)
    application.state = "withdrawn"
    operations.follow(case, application)
    assert set(registered()) == {"known.1", "objection.1", "final.1"}
    assert keeping.standing(entries(case)["proof.1"], date(2026, 12, 1)) == keeping.DROPPED


def test_the_register_follows_a_case_to_another_partner(case, portal, record):
    record(case)
    case.partner = "lensahn"
    registering.settle_partner(case)
    assert registered(partner="malente") == {}
    assert registered(partner="lensahn") == registered()
    assert len(storage.register_of().remind) == 7


def test_the_register_forgets_a_deleted_case(case, portal, record):
    record(case)
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(case)
    register = storage.register_of()
    assert not list(storage.rows_of(register.open))
    assert not len(register.remind)


def test_reminders_wait_by_their_day(case, record):
    record(case)
    waiting = {key[3]: storage.day_in(key) for key in storage.register_of().remind}
    assert waiting["objection.1"] == date(2026, 11, 23)  # within 28 days already
    assert waiting["interim.1.2027"] == date(2027, 3, 3)
    assert {key[1] for key in storage.register_of().remind} == {IUUID(case)}
    operations.mark_done(case, 1, "interim.1.2027", {})
    assert "interim.1.2027" not in {key[3] for key in storage.register_of().remind}


def test_nothing_is_written_by_reading(portal, people):
    case = people.add_consultation(portal)
    assert storage.chains_of(case).of(1) == {}
    assert storage.KEY not in case.__annotations__
