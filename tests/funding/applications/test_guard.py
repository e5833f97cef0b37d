"""From when on may be ordered: the guard as pure functions."""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import timedelta
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.funding.applications import guard
from kommunalhub.funding.applications import rules
from kommunalhub.funding.applications.storage import NO_EARLY_START

import pytest


DAY = date(2026, 10, 1)
ONE = timedelta(days=1)
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@dataclass
class Given:
    """An application as the guard sees it."""

    number: int = 1
    programme_title: str = "Ortskern"
    state: str = rules.FILED
    filed_on: date | None = None
    early_start: dict = field(default_factory=lambda: dict(NO_EARLY_START))
    notices: tuple = ()


def notice(day=DAY, number=1, amount=100, replaces=None, known_on=None):
    return {
        "number": number,
        "day": day,
        "amount": Decimal(amount),
        "replaces": replaces,
        "known_on": known_on,
    }


def approved(since, until=None):
    return {"state": "approved", "asked_on": None, "decided_on": since, "valid_until": until}


def codes(application, day, kind="works", **said):
    permit = guard.permit_of(application, **said)
    permits = [] if permit is None else [permit]
    return [finding.code for finding in guard.judge(kind, day, permits)]


@pytest.mark.parametrize(
    "application, day, expected",
    [
        (Given(), DAY, ["waiting"]),
        (Given(notices=(notice(),)), DAY - ONE, ["before"]),
        (Given(notices=(notice(),)), DAY, []),
        (Given(notices=(notice(known_on=DAY + 3 * ONE),)), DAY + 2 * ONE, ["before"]),
        (Given(notices=(notice(known_on=DAY - ONE),)), DAY - ONE, ["before"]),
        (Given(notices=(notice(amount=0),), state=rules.OBJECTION), DAY, ["waiting"]),
        (Given(notices=(notice(amount=0),), state=rules.DENIED), DAY, []),
        (Given(state=rules.WITHDRAWN), DAY, []),
        (Given(early_start=approved(DAY, DAY + ONE)), DAY - ONE, ["before"]),
        (Given(early_start=approved(DAY, DAY + ONE)), DAY + ONE, []),
        (Given(early_start=approved(DAY, DAY + ONE)), DAY + 2 * ONE, ["expired"]),
        (Given(early_start=approved(DAY)), DAY + 900 * ONE, []),
        (Given(early_start=NO_EARLY_START | {"state": "refused"}), DAY, ["refused"]),
        (Given(early_start=NO_EARLY_START | {"state": "withdrawn"}), DAY, ["withdrawn"]),
        # The gap between an early start that ran out and the notice: the days before count.
        (
            Given(early_start=approved(DAY, DAY + ONE), notices=(notice(DAY + 2 * ONE),)),
            DAY + 5 * ONE,
            [],
        ),
    ],
)
def test_when_may_be_ordered(application, day, expected):
    assert codes(application, day) == expected


def test_between_an_early_start_that_ran_out_and_the_notice_nothing_is_ordered():
    application = Given(early_start=approved(DAY, DAY + ONE), notices=(notice(DAY + 10 * ONE),))
    assert codes(application, DAY + 5 * ONE) == ["expired"]
    assert codes(application, DAY + 10 * ONE) == []


def test_what_the_programme_lets_through_is_data():
    assert codes(Given(), DAY, "planning", lets={"planning"}) == []
    assert codes(Given(), DAY, "planning") == ["waiting"]
    assert codes(Given(), DAY, "works", lets={"planning"}) == ["waiting"]


@pytest.mark.parametrize(
    "early, filed_on, expected",
    [
        ("yes", DAY, []),
        ("yes", DAY + ONE, ["before"]),
        ("yes", None, ["waiting"]),
        ("on_request", DAY, ["waiting"]),
        ("no", DAY, ["waiting"]),
        ("", DAY, ["waiting"]),
    ],
)
def test_a_programme_may_allow_an_early_start_from_the_application_on(early, filed_on, expected):
    assert codes(Given(filed_on=filed_on), DAY, early=early) == expected


def test_the_strictest_of_several_programmes_counts():
    permits = [
        guard.permit_of(Given(1, notices=(notice(DAY),))),
        guard.permit_of(Given(2, notices=(notice(DAY + 9 * ONE),))),
    ]
    found = guard.judge("works", DAY + ONE, permits)
    assert [(one.application, one.code) for one in found] == [(2, "before")]
    assert guard.permitted_begin(permits) == DAY + 9 * ONE
    assert guard.permitted_begin([*permits, guard.permit_of(Given(3))]) is None


@given(days, days, days, st.booleans(), st.booleans())
def test_nothing_before_the_permitted_begin(day, noticed, early, has_notice, has_early):
    application = Given(
        notices=(notice(noticed),) if has_notice else (),
        early_start=approved(early) if has_early else NO_EARLY_START,
    )
    permit = guard.permit_of(application)
    begin = guard.permitted_begin([permit])
    allowed = not guard.judge("works", day, [permit])
    assert allowed == (begin is not None and day >= begin)
    known = [one for one, has in ((noticed, has_notice), (early, has_early)) if has]
    assert begin == min(known, default=None)


@given(st.lists(st.tuples(days, st.integers(0, 2)), max_size=5), days)
def test_another_application_never_permits_more(notices, day):
    permits = []
    before = True
    for number, (noticed, amount) in enumerate(notices, 1):
        permits.append(guard.permit_of(Given(number, notices=(notice(noticed, amount=amount),))))
        allowed = not guard.judge("works", day, permits)
        assert before or not allowed
        before = allowed


@pytest.mark.parametrize(
    "asked, confirmed, two",
    [
        ({"anna"}, {"bert"}, True),
        ({"anna"}, {"anna"}, False),
        ({"anna"}, {"bert", "anna"}, False),
        ({"bert", "anna"}, {"anna"}, False),
        (set(), {"anna"}, False),
        ({"anna"}, set(), False),
    ],
)
def test_two_are_two_also_where_somebody_stands_in(asked, confirmed, two):
    assert guard.are_two(asked, confirmed) is two
