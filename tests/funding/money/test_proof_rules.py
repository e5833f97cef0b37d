"""The statement of use: figures against the plan, the grant that remains, what is paid back."""

from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kommunalhub.funding.money.drawdowns.rules import Drawdown
from kommunalhub.funding.money.drawdowns.rules import Terms
from kommunalhub.funding.money.inventory import rules as inventory
from kommunalhub.funding.money.proof import rules
from kommunalhub.funding.money.proof.rules import compare
from kommunalhub.funding.money.proof.rules import Planned
from kommunalhub.funding.money.proof.rules import result
from kommunalhub.funding.money.proof.rules import Spent

import doctest
import pytest


PLAN = [
    Planned("Dach", Decimal(100000), Decimal(100000)),
    Planned("Gerüst", Decimal(20000), Decimal(20000)),
    Planned("Blitzschutz", Decimal(4000), Decimal(0)),
]


@pytest.mark.parametrize("module", [rules, inventory])
def test_examples(module):
    assert doctest.testmod(module).attempted >= 2
    assert doctest.testmod(module).failed == 0


#: (spent on Dach, on Gerüst, kind of financing, finding of Dach, of Gerüst, of the whole)
CASES = [
    ("100000", "20000", "share", "within", "within", "within"),
    ("90000", "15000", "share", "within", "within", "within"),
    # An item by exactly 20 %, made up for by another.
    ("96000", "24000", "share", "within", "offset", "within"),
    # A cent more needs the agreement of the funder, although the total holds.
    ("90000", "24000.01", "share", "within", "item_above", "within"),
    # The whole by exactly 10 %: harmless where the municipality pays it.
    ("112000", "20000", "share", "total_own", "within", "total_own"),
    ("112000.01", "20000", "share", "total_above", "within", "total_above"),
    ("120000", "24000", "share", "total_above", "total_above", "total_above"),
    # All of it is no matter for a fixed sum.
    ("150000", "40000", "fixed", "free", "free", "free"),
    ("90000", "24000.01", "fixed", "within", "free", "within"),
    ("90000", "24000.01", "gap", "within", "item_above", "within"),
    ("90000", "24000.01", "full", "within", "item_above", "within"),
]


@pytest.mark.parametrize("roof, scaffold, financing, at_roof, at_scaffold, at_whole", CASES)
def test_the_plan_binds(roof, scaffold, financing, at_roof, at_scaffold, at_whole):
    spent = [
        Spent("Dach", Decimal(roof), Decimal(roof)),
        Spent("Gerüst", Decimal(scaffold), Decimal(scaffold)),
        Spent("Blitzschutz", Decimal(9000), Decimal(0)),
    ]
    found = compare(PLAN, spent, financing)
    assert [line.finding for line in found.lines] == [at_roof, at_scaffold, "within"]
    assert found.whole.finding == at_whole
    asks = {"item_above", "total_above"} & {at_roof, at_scaffold, at_whole}
    assert bool(found.needs_agreement) is bool(asks)


def test_what_is_no_item_of_the_plan_is_shown():
    found = compare(PLAN, [Spent("Feier", Decimal(50), Decimal(50))])
    assert [(line.title, line.finding) for line in found.lines[3:]] == [("Feier", "unplanned")]
    assert found.lines[3].percent is None
    assert found.lines[0].percent == Decimal("-100.0")


#: (kind, rate, grant, own, third planned, eligible costs, third that came, the grant that remains)
RESULTS = [
    ("share", "75", "90000", "30000", "0", "120000", "0", "90000"),
    ("share", "75", "90000", "30000", "0", "100000", "0", "75000"),
    ("share", "75", "90000", "30000", "0", "130000", "0", "90000"),  # never more than granted
    ("share", "75", "90000", "30000", "0", "0", "0", "0"),
    ("share", "66.67", "90000", "30000", "0", "100.01", "0", "66.67"),  # rounded down
    ("share", "75", "90000", "30000", "0", "120000", "4000", "87000"),  # new money, in proportion
    ("share", "75", "90000", "30000", "4000", "120000", "4000", "90000"),  # as planned
    ("share", "100", "90000", "0", "0", "90000", "10000", "80000"),  # never more than costs
    ("share", None, "90000", "30000", "0", "100000", "0", "75000"),  # without a rate: 90 of 120
    ("gap", None, "90000", "30000", "0", "120000", "0", "90000"),
    ("gap", None, "90000", "30000", "0", "110000", "0", "80000"),  # all that was saved
    ("gap", None, "90000", "30000", "0", "120000", "5000", "85000"),  # all that came
    ("gap", None, "90000", "30000", "5000", "120000", "0", "85000"),  # third of the plan are due
    ("gap", None, "90000", "30000", "0", "20000", "0", "0"),
    ("fixed", None, "90000", "30000", "0", "95000", "0", "90000"),  # what is saved stays
    ("fixed", None, "90000", "30000", "0", "85000", "0", "85000"),  # but not above the costs
    ("fixed", None, "90000", "30000", "0", "120000", "5000", "90000"),
    ("fixed", None, "90000", "30000", "0", "92000", "5000", "87000"),
    ("full", None, "90000", "0", "0", "80000", "0", "80000"),
    ("full", None, "90000", "0", "0", "95000", "0", "90000"),
]


def terms(kind, rate, grant, own="30000", third="0"):
    return Terms(
        Decimal(grant),
        eligible=Decimal(120000),
        financing=kind,
        rate=None if rate is None else Decimal(rate),
        own=Decimal(own),
        third=Decimal(third),
    )


@pytest.mark.parametrize("kind, rate, grant, own, third, eligible, more, expected", RESULTS)
def test_the_grant_that_remains(kind, rate, grant, own, third, eligible, more, expected):
    found = result(terms(kind, rate, grant, own, third), Decimal(eligible), Decimal(more))
    assert found == Decimal(expected)


def test_what_is_paid_back_and_what_is_still_due():
    assert rules.repayment(Decimal(75000), Decimal(90000)) == Decimal(15000)
    assert rules.repayment(Decimal(75000), Decimal(90000), Decimal(15000)) == 0
    assert rules.still_due(Decimal(75000), Decimal(60000)) == Decimal(15000)
    assert rules.still_due(Decimal(75000), Decimal(90000)) == 0


def test_interest_on_a_repayment_runs_from_the_last_payouts():
    drawdowns = [
        Drawdown(1, date(2027, 1, 1), Decimal(50), date(2027, 1, 4), Decimal(50)),
        Drawdown(2, date(2027, 3, 1), Decimal(20), date(2027, 3, 4), Decimal(20)),
        Drawdown(3, date(2027, 5, 1), Decimal(20)),
    ]
    spans = rules.repayment_spans(Decimal(30), drawdowns, date(2028, 1, 1))
    assert [(span.amount, span.start) for span in spans] == [
        (20, date(2027, 3, 4)),
        (10, date(2027, 1, 4)),
    ]


money = st.decimals(0, 10**9, places=2)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["share", "gap", "fixed", "full"]),
    st.none() | st.decimals(0, 100, places=2),
    money,
    money,
    money,
    money,
    money,
)
def test_rate_and_cap_hold(kind, rate, grant, own, third, eligible, more):
    given_terms = Terms(
        grant, eligible=Decimal(120000), financing=kind, rate=rate, own=own, third=third
    )
    found = result(given_terms, eligible, more)
    assert 0 <= found <= grant
    assert found <= max(eligible - more, 0)
    assert found == found.quantize(Decimal("0.01"))
    if kind == "share" and rate is not None:
        assert found * 100 <= eligible * rate
    # What was received, is paid back and is still due always come to what remains.
    received = own
    back = rules.repayment(found, received)
    assert received - back + rules.still_due(found, received) == found


spents = st.lists(
    st.tuples(st.sampled_from(["Dach", "Gerüst", "Blitzschutz", "Feier"]), money, money),
    max_size=15,
)


@settings(max_examples=100, deadline=None)
@given(spents, st.sampled_from(["share", "gap", "fixed", "full"]))
def test_lines_sum_to_the_whole(rows, kind):
    spent = [Spent(item, gross, eligible) for item, gross, eligible in rows]
    found = compare(PLAN, spent, kind)
    for name in ("planned", "planned_eligible", "gross", "eligible"):
        assert sum(getattr(line, name) for line in found.lines) == getattr(found.whole, name)
    assert found.whole.gross == sum((one.gross for one in spent), Decimal(0))
    if kind == "fixed":
        assert not found.needs_agreement


GEMHVO = [inventory.Threshold(date(2023, 1, 1), Decimal(250), Decimal(1000), "§ 38 Abs. 4")]


@pytest.mark.parametrize(
    "day, price, listed",
    [
        (date(2027, 1, 1), "249.99", False),
        (date(2027, 1, 1), "250", True),
        (date(2027, 1, 1), "1000", True),
        (date(2027, 1, 1), "1000.01", False),
        (date(2022, 12, 31), "500", False),
        (date(2023, 1, 1), "500", True),
    ],
)
def test_small_things_are_listed_apart(day, price, listed):
    assert (inventory.threshold_of(GEMHVO, day, Decimal(price)) is not None) is listed


def test_disposal_before_the_end_is_early():
    thing = inventory.Thing(1, "Beamer", date(2027, 1, 1), Decimal(900), date(2030, 1, 1))
    assert inventory.is_early(thing, date(2030, 1, 1))
    assert not inventory.is_early(thing, date(2030, 1, 2))
    assert inventory.is_early(inventory.Thing(1, "x", date(2027, 1, 1), Decimal(9)), date.max)
