"""Which disturbance runs, whom it concerns, and which tickets are alike."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.support.disturbances import rules
from kommunalhub.support.disturbances.rules import Report

import pytest


NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        (1, None, rules.PLANNED),
        (0, None, rules.RUNS),
        (-9, 1, rules.RUNS),
        (-9, 0, rules.OVER),
        (-9, -1, rules.OVER),
    ],
)
def test_standing(starts, ends, expected):
    end = None if ends is None else NOW + ends * MINUTE
    assert rules.standing(NOW + starts * MINUTE, end, NOW) == expected


@pytest.mark.parametrize(
    ("partners", "own", "signed_in", "helps", "public", "expected"),
    [
        (("malente",), ("malente",), True, False, False, True),
        (("malente",), ("lensahn",), True, False, False, False),
        ((), (), True, False, False, True),
        ((), (), False, False, False, False),
        (("malente",), (), False, False, True, True),
        (("malente",), (), True, True, False, True),
    ],
)
def test_whom_it_concerns(partners, own, signed_in, helps, public, expected):
    assert rules.concerns(partners, own, signed_in, helps, public) == expected


def report(uid, ago, **told):
    return Report(uid, NOW - ago * MINUTE, **told)


def test_three_of_one_device_come_before_more_words():
    found = rules.alike([report(str(n), n, device="x" * 32) for n in range(3)], NOW)
    assert (found.why, found.uids, found.span) == (rules.DEVICE, {"0", "1", "2"}, 2 * MINUTE)
    assert found.reports[0].uid == "2"


def test_words_and_categories():
    words = [frozenset({"drucker", "leere", "seiten"}), frozenset({"drucker", "leere", "blatt"})]
    found = rules.alike([report(str(n), n, words=words[n % 2]) for n in range(4)], NOW)
    assert found.why == rules.WORDS and len(found.reports) == 4
    found = rules.alike([report(str(n), n, category="printing") for n in range(3)], NOW)
    assert found.why == rules.CATEGORY
    assert rules.alike([report(str(n), n, category="other") for n in range(9)], NOW) is None


def test_two_or_too_long_ago_are_not_enough():
    assert rules.alike([report(str(n), n, category="mail") for n in range(2)], NOW) is None
    old = [report(str(n), 59 + n, category="mail") for n in range(3)]
    assert rules.alike(old, NOW) is None


REPORTS = st.lists(
    st.builds(
        Report,
        uid=st.uuids().map(str),
        made=st.integers(-30, 120).map(lambda ago: NOW - ago * MINUTE),
        device=st.sampled_from(["", "a", "b"]),
        category=st.sampled_from(["", "mail", "other"]),
        words=st.frozensets(st.sampled_from(["netz", "post", "langsam"]), max_size=3),
    ),
    max_size=12,
)


@given(REPORTS)
def test_whatever_is_found_is_of_the_last_hour_and_three_at_least(reports):
    found = rules.alike(reports, NOW)
    if found is not None:
        assert len(found.reports) >= rules.ENOUGH
        assert all(NOW - rules.WITHIN <= one.made <= NOW for one in found.reports)
        assert list(found.reports) == sorted(found.reports, key=lambda one: one.made)
