"""How a livestream stands at any moment."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.showroom.live import rules

import pytest


START = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
END = START + timedelta(hours=2)


@pytest.mark.parametrize(
    ("now", "has_recording", "phase"),
    [
        (START - timedelta(seconds=1), False, rules.ANNOUNCED),
        (START - timedelta(days=3), True, rules.ANNOUNCED),
        (START, False, rules.LIVE),
        (END - timedelta(seconds=1), True, rules.LIVE),
        (END, False, rules.FOLLOWS),
        (END, True, rules.AVAILABLE),
        (END + timedelta(days=400), False, rules.FOLLOWS),
    ],
)
def test_phases(now, has_recording, phase):
    assert rules.phase(now, START, END, has_recording) == phase


@given(st.integers(-10_000, 10_000), st.booleans())
def test_phases_never_go_back(minutes, has_recording):
    now = START + timedelta(minutes=minutes)
    order = rules.PHASES.index
    before = rules.phase(now, START, END, has_recording)
    after = rules.phase(now + timedelta(minutes=1), START, END, has_recording)
    assert order(before) <= order(after)
    if rules.plays(now, START, END):
        assert before in (rules.LIVE, rules.ANNOUNCED)


@given(st.integers(1, 10**7))
def test_no_countdown_tells_more_than_there_is(seconds):
    units = {rules.DAYS: 86_400, rules.HOURS: 3600, rules.MINUTES: 60, rules.SOON: 0}
    found = rules.countdown(START - timedelta(seconds=seconds), START)
    assert found.number * units[found.unit] <= seconds
    assert found.unit == rules.SOON or found.number >= 1
    assert found.unit in (rules.MINUTES, rules.SOON) or found.number >= 2


def test_what_changes_by_itself():
    assert rules.next_change(START - timedelta(hours=1), START, END) == START - rules.DOORS
    assert rules.next_change(START - timedelta(minutes=1), START, END) == START
    assert rules.next_change(START, START, END) == END
    assert rules.next_change(END, START, END) is None


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://live.example.org/a/index.m3u8", "live.example.org"),
        ("https://LIVE.example.org:443/a", "live.example.org"),
        ("https://live.example.org:8443/a", None),
        ("http://live.example.org/a", None),
        ("https://live.example.org@fremd.example/a", None),
        ("https://live.example.org/a;script-src *", None),
        ("https://live.example.org/a b", None),
        ("https:///a", None),
        ("https://[::1/a", None),
        ("//live.example.org/a", None),
        ("", None),
        (7, None),
        (None, None),
    ],
)
def test_only_whole_addresses_by_https_name_a_host(url, host):
    assert rules.host_of(url) == host


def test_ends_after_it_begins():
    assert rules.is_in_order(START, END) and rules.is_in_order(None, END)
    assert not rules.is_in_order(END, START) and not rules.is_in_order(START, START)
    assert not rules.is_in_order(START, START + timedelta(hours=25))
    assert rules.is_in_order(START, END.replace(tzinfo=None))  # stored in UTC without a zone
    assert not rules.is_in_order(START, "morgen")
