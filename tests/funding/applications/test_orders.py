"""Orders before the permitted begin are stopped by every door; two people can override it."""

from datetime import date
from datetime import timedelta
from decimal import Decimal
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.funding.applications import guard
from kommunalhub.funding.applications import operations
from kommunalhub.funding.applications import storage
from kommunalhub.funding.applications.operations.orders import permits_of
from kommunalhub.funding.applications.typed import Wrong

import pytest
import transaction


ORDER = {
    "day": date(2026, 10, 5),
    "what": "Dachdeckerarbeiten",
    "amount": "128.400,00",
    "kind": "works",
    "supplier": "Zimmerei Muster",
}
NOTICE = {
    "kind": "total",
    "day": date(2026, 10, 12),
    "delivery": "post",
    "amount": Decimal(1000),
}


def add(case, **values):
    made = operations.add_application(
        case,
        {"programme_title": "Ortskern", "kind": "first", "amount": Decimal(1000), **values},
    )
    made.path = tuple(entry | {"day": date(2026, 9, 1)} for entry in made.path)
    operations.take_step(case, made.number, {"state": "filed", "day": date(2026, 9, 2)})
    return made


@pytest.fixture
def case(portal, people):
    """A case with one filed application."""
    case = people.bring_to(people.add_consultation(portal), "applied")
    with people.As("malente-redaktion"):
        add(case)
    return case


def stopped(case, **values):
    with pytest.raises(operations.Stopped) as refused:
        operations.record_order(case, 1, ORDER | values)
    assert not storage.funding_of(case).orders()
    return [(one.application, one.code) for one in refused.value.findings]


def last_note(case):
    return IJournal(case).last("record")


@pytest.mark.parametrize("reserved", [False, True])
def test_nothing_is_ordered_before_the_notice(case, reserved):
    assert stopped(case, reserved=reserved) == [(1, "waiting")]
    operations.record_notice(case, 1, NOTICE)
    assert stopped(case, reserved=reserved) == [(1, "before")]
    order = operations.record_order(case, 1, ORDER | {"day": date(2026, 10, 12)})
    assert order["number"] == 1
    assert storage.application_of(case, 1).orders[1] == order


def test_an_approved_early_start_permits(case):
    operations.decide_early_start(
        case,
        1,
        {"state": "approved", "day": date(2026, 10, 1), "valid_until": date(2026, 10, 6)},
    )
    assert operations.record_order(case, 1, ORDER)["conflict"] is None
    with pytest.raises(operations.Stopped):
        operations.record_order(case, 1, ORDER | {"day": date(2026, 10, 7)})


def test_the_programme_lets_planning_through(portal, people, case):
    programme = people.add_programme(portal)
    programme.preliminary_orders = {"planning"}
    programme.legal_basis = "Richtlinie 2026, Nummer 1.3"
    storage.application_of(case, 1).programme = programme.UID()
    assert operations.record_order(case, 1, ORDER | {"kind": "planning"})
    with pytest.raises(operations.Stopped) as refused:
        operations.record_order(case, 1, ORDER)
    assert "Richtlinie 2026, Nummer 1.3, Stand" in refused.value.findings[0].source


def test_an_override_takes_two_and_stands_in_the_journal(case, people):
    with people.As("malente-redaktion"):
        order = operations.record_order(case, 1, ORDER | {"reason": "Gefahr im Verzug"})
    application = storage.application_of(case, 1)
    assert not application.orders
    assert last_note(case)["action"] == "override_asked"
    assert "Gefahr im Verzug" in last_note(case)["comment"]
    with people.As("malente-redaktion"), pytest.raises(Wrong) as wrong:
        operations.decide_override(case, 1, order["number"], {"confirm": True})
    assert set(wrong.value.errors) == {"confirm"}
    assert not application.orders
    with people.As("berater"):
        operations.decide_override(case, 1, order["number"], {"confirm": True})
    kept = application.orders[order["number"]]
    assert not application.pending
    assert (kept["override"]["by"], kept["override"]["confirmed_by"]) == (
        "malente-redaktion",
        "berater",
    )
    assert last_note(case)["action"] == "override_confirmed"
    assert kept["conflict"] is None


def test_an_override_is_refused_with_a_reason(case, people):
    with people.As("malente-redaktion"):
        order = operations.record_order(case, 1, ORDER | {"reason": "eilig"})
    with people.As("berater"):
        with pytest.raises(Wrong):
            operations.decide_override(case, 1, order["number"], {"confirm": False})
        operations.decide_override(
            case, 1, order["number"], {"confirm": False, "comment": "Bitte warten."}
        )
    application = storage.application_of(case, 1)
    assert not application.orders and not application.pending
    assert last_note(case)["action"] == "override_refused"


def test_changes_judge_the_orders_again(case):
    operations.record_notice(case, 1, NOTICE)
    operations.record_order(case, 1, ORDER | {"day": date(2026, 10, 13)})
    changed = NOTICE | {"kind": "change", "replaces": 1, "day": date(2026, 11, 2)}
    operations.record_notice(case, 1, changed)
    application = storage.application_of(case, 1)
    assert application.orders[1]["conflict"] == ((1, "before"),)
    assert last_note(case)["action"] == "too_early"
    assert application.notices[0]["day"] == date(2026, 10, 12)


def test_taking_an_early_start_back_judges_the_orders_again(case):
    operations.decide_early_start(case, 1, {"state": "approved", "day": date(2026, 10, 1)})
    operations.record_order(case, 1, ORDER)
    operations.decide_early_start(
        case, 1, {"state": "withdrawn", "day": date(2026, 10, 8), "comment": "Widerruf"}
    )
    assert storage.application_of(case, 1).orders[1]["conflict"] == ((1, "withdrawn"),)


def test_a_second_application_judges_the_orders_again(case, people):
    operations.record_notice(case, 1, NOTICE)
    operations.record_order(case, 1, ORDER | {"day": date(2026, 10, 13)})
    add(case, programme_title="LED")
    assert storage.application_of(case, 1).orders[1]["conflict"] == ((2, "waiting"),)
    operations.take_step(
        case, 2, {"state": "withdrawn", "day": date(2026, 11, 1), "comment": "doch nicht"}
    )
    assert storage.application_of(case, 1).orders[1]["conflict"] is None


def test_an_override_covers_what_it_was_confirmed_for_alone(case, people):
    with people.As("malente-redaktion"):
        order = operations.record_order(case, 1, ORDER | {"reason": "eilig"})
    with people.As("berater"):
        operations.decide_override(case, 1, order["number"], {"confirm": True})
    with people.As("malente-redaktion"):
        add(case, programme_title="LED")
    assert storage.application_of(case, 1).orders[1]["conflict"] == ((2, "waiting"),)


def test_many_orders_come_all_or_none(case):
    operations.record_notice(case, 1, NOTICE)
    good, early = ORDER | {"day": "2026-10-12"}, ORDER
    wrong = ORDER | {"day": "31.02.2026"}
    found = operations.record_orders(case, 1, [(2, good), (3, early), (4, wrong)], False)
    assert [bool(one.problem) for one in found] == [False, True, True]
    assert not storage.funding_of(case).orders()
    operations.record_orders(case, 1, [(2, good), (3, good)], True)
    assert not storage.funding_of(case).orders()
    operations.record_orders(case, 1, [(2, good), (3, good)], False)
    assert [order["number"] for _one, order in storage.funding_of(case).orders()] == [1, 2]


@pytest.mark.parametrize(
    "values, field",
    [
        ({"day": date(2030, 1, 1)}, "day"),
        ({"day": None}, "day"),
        ({"what": " "}, "what"),
        ({"amount": "0"}, "amount"),
        ({"amount": "1,234"}, "amount"),
        ({"kind": "gift"}, "kind"),
        ({"supplier": "x" * 201}, "supplier"),
    ],
)
def test_what_is_wrong_with_an_order_stands_at_its_field(case, values, field):
    with pytest.raises(Wrong) as wrong:
        operations.record_order(case, 1, ORDER | values)
    assert set(wrong.value.errors) == {field}


DAY = st.dates(date(2026, 9, 3), date(2026, 11, 18))
ACTS = st.one_of(
    st.tuples(st.just("order"), DAY, st.booleans()),
    st.tuples(st.just("many"), DAY, st.booleans()),
    st.tuples(st.just("notice"), DAY, st.integers(0, 1000)),
    st.tuples(st.just("early"), DAY, st.sampled_from(["approved", "refused", "withdrawn"])),
    st.tuples(st.just("confirm"), DAY, st.booleans()),
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(ACTS, max_size=8))
def test_no_order_is_earlier_than_permitted_without_a_confirmed_override(case, people, acts):
    before = transaction.savepoint()
    try:
        for act, day, more in acts:
            _try(case, people, act, day, more)
            permits = permits_of(case)
            for _application, order in storage.funding_of(case).orders():
                found = guard.judge(order["kind"], order["day"], permits)
                override = order["override"]
                confirmed = override is not None and override["confirmed_by"] == "berater"
                assert not found or confirmed or order["conflict"]
    finally:
        before.rollback()


def _try(case, people, act, day, more):
    """Do what somebody may do by any door; what is refused changes nothing."""
    application, count = storage.application_of(case, 1), len(storage.funding_of(case).orders())
    allowed = not guard.judge("works", day, permits_of(case))
    values = ORDER | {"day": day}
    try:
        if act == "order":
            operations.record_order(case, 1, values | ({"reason": "eilig"} if more else {}))
        elif act == "many":
            operations.record_orders(case, 1, [(1, values)], is_trial=False)
        elif act == "notice":
            operations.record_notice(case, 1, NOTICE | {"day": day, "amount": Decimal(more)})
        elif act == "early":
            values = {"state": more, "day": day, "comment": "so"}
            operations.decide_early_start(case, 1, values)
        else:
            for number in list(application.pending):
                with people.As("berater"):
                    operations.decide_override(case, 1, number, {"confirm": more, "comment": "x"})
    except (Wrong, operations.Stopped):
        pass
    if act in ("order", "many"):
        assert len(storage.funding_of(case).orders()) == count + allowed


def test_a_day_more_is_a_day_too_early(case):
    operations.record_notice(case, 1, NOTICE)
    with pytest.raises(operations.Stopped):
        operations.record_order(case, 1, ORDER | {"day": NOTICE["day"] - timedelta(days=1)})
