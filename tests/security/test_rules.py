"""How long to wait, and how long a session lives."""

from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.security.rules import client
from kommunalhub.security.rules import CLOCK_DIFFERENCE
from kommunalhub.security.rules import delay
from kommunalhub.security.rules import fail
from kommunalhub.security.rules import Failures
from kommunalhub.security.rules import is_alive
from kommunalhub.security.rules import Lifetime
from kommunalhub.security.rules import Limit
from kommunalhub.security.rules import place
from kommunalhub.security.rules import wait
from kommunalhub.security.rules import wants_renewal

import pytest


LIMIT = Limit(free=3, first=10, longest=60, forget=600)
LIFETIME = Lifetime(idle=3600, longest=36000)
times = st.floats(min_value=0, max_value=4e9, allow_nan=False)
limits = st.builds(
    Limit,
    free=st.integers(1, 50),
    first=st.integers(1, 60),
    longest=st.integers(1, 3600),
    forget=st.integers(1, 86400),
)


def test_free_attempts_cost_nothing():
    failures = Failures()
    for _attempt in range(LIMIT.free - 1):
        failures = fail(failures, 100, LIMIT)
    assert wait(failures, 100, LIMIT) == 0
    assert wait(fail(failures, 100, LIMIT), 100, LIMIT) == LIMIT.first


def test_wait_ends_by_itself():
    failures = Failures(count=4, last=100)
    assert wait(failures, 100, LIMIT) == 20
    assert wait(failures, 119.5, LIMIT) == 1
    assert wait(failures, 120, LIMIT) == 0


def test_old_failures_are_forgotten():
    assert fail(Failures(count=9, last=100), 701, LIMIT) == Failures(1, 701)
    assert fail(Failures(count=9, last=100), 700, LIMIT) == Failures(10, 700)


@given(limits, st.integers(0, 10**9))
def test_delay_grows_but_not_for_ever(limit, count):
    assert 0 <= delay(count, limit) <= delay(count + 1, limit) <= limit.longest


@given(limits, st.lists(times, min_size=1, max_size=30), times)
def test_nobody_waits_for_good(limit, failed_at, now):
    failures = Failures()
    for moment in failed_at:
        failures = fail(failures, moment, limit)
    assert 0 <= wait(failures, now, limit) <= limit.longest
    assert wait(failures, failures.last + limit.longest, limit) == 0


@given(limits, times)
def test_first_failures_are_free(limit, now):
    failures = Failures()
    for _attempt in range(limit.free - 1):
        failures = fail(failures, now, limit)
        assert wait(failures, now, limit) == 0


@pytest.mark.parametrize(
    "address, expected",
    [
        ("192.0.2.7", "192.0.2.7"),
        (" 192.0.2.7 ", "192.0.2.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("", ""),
        ("unknown", "unknown"),
    ],
)
def test_place(address, expected):
    assert place(address) == expected


def test_only_a_proxy_on_this_machine_is_believed():
    assert client("203.0.113.5", "198.51.100.1") == "203.0.113.5"
    assert client("127.0.0.1", "10.0.0.1, 198.51.100.1") == "198.51.100.1"
    assert client("::1", "198.51.100.1") == "198.51.100.1"
    assert client("127.0.0.1", "") == "127.0.0.1"


@pytest.mark.parametrize(
    "started, renewed, now, expected",
    [
        (0, 0, 3599, True),
        (0, 0, 3600, False),  # idle too long
        (0, 35000, 35999, True),
        (0, 35999, 36000, False),  # too old, though in use
        (0, 100 + CLOCK_DIFFERENCE, 100, True),
        (0, 101 + CLOCK_DIFFERENCE, 100, False),  # from the future
        (100, 50, 120, False),  # renewed before it began
    ],
)
def test_session_lives(started, renewed, now, expected):
    assert is_alive(started, renewed, now, LIFETIME) is expected


@given(times, times, times)
def test_no_session_outlives_the_longest(started, renewed, now):
    if is_alive(started, renewed, now, LIFETIME):
        assert now - started < LIFETIME.longest


def test_session_is_renewed_now_and_then():
    assert not wants_renewal(0, 300, LIFETIME)
    assert wants_renewal(0, 301, LIFETIME)
    assert wants_renewal(0, 100, Lifetime(idle=300, longest=36000))
