"""The money of a case for those who show it beside something else: see core/moneysource.py."""

from decimal import Decimal
from kommunalhub.core import moneysource
from kommunalhub.core.moneysource import Money


GRANTED = Money(Decimal(90000), Decimal(90000), Decimal(0))


def test_it_is_told_live_to_those_who_see_the_case(case, people):
    uid = case.UID()
    with people.As("malente-mitarbeit"):
        found = moneysource.seen([uid])[uid]
    assert (found.money, found.url, found.number) == (
        GRANTED,
        case.absolute_url(),
        case.case_number,
    )


def test_others_learn_the_sum_and_nothing_of_the_case(case, people):
    uid = case.UID()
    with people.As("lensahn-redaktion"):
        assert moneysource.seen([uid]) == {}
        assert moneysource.sums([uid, "no such thing"]) == {uid: GRANTED}
    assert moneysource.seen([]) == moneysource.sums([]) == {}
