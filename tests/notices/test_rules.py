"""Who hears of what, how and when: pure rules."""

from datetime import datetime
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.notices import rules
from moments import hours_from
from moments import MOMENTS as SPECIAL_MOMENTS
from zoneinfo import ZoneInfo

import pytest


BERLIN = ZoneInfo("Europe/Berlin")
PEOPLE = st.sampled_from(["anna", "paul", "rita", "hanna", "system", ""])
SOME = st.frozensets(PEOPLE, max_size=4)
CIRCLES = st.builds(
    rules.Circle, applicant=PEOPLE, groups=SOME, persons=SOME, watchers=SOME, managers=SOME
)
KINDS = st.sampled_from([*(k for k in rules.HEARD if isinstance(k, str)), "something-new"])
ACTIONS = st.sampled_from(
    [None, "submit", "before", "after", "escalated", "opened", "closed:agreed", "withdrawn:4"]
)
MODES = st.sampled_from([*rules.MODES, "of another release"])
MOMENTS = st.datetimes(
    datetime(2026, 10, 1), datetime(2027, 1, 10), timezones=st.just(BERLIN), allow_imaginary=False
)
CIRCLE = rules.Circle(
    "anna",
    groups=frozenset({"paul", "petra"}),
    watchers=frozenset({"anna", "rita"}),
    managers=frozenset({"hanna"}),
)


@pytest.mark.parametrize(
    ("kind", "action", "actor", "heard"),
    [
        ("created", None, "anna", {}),
        ("edited", None, "anna", {}),
        ("file", "added", "anna", {}),
        ("transition", "submit", "anna", {"paul": "awaits", "petra": "awaits", "rita": "watching"}),
        (
            "transition",
            "take",
            "paul",
            {"anna": "applicant", "petra": "awaits", "rita": "watching"},
        ),
        (
            "question",
            None,
            "paul",
            {"anna": "awaits", "petra": "watching", "rita": "watching"},
        ),
        ("answer", None, "anna", {"paul": "awaits", "petra": "awaits", "rita": "watching"}),
        ("note", None, "paul", {"petra": "watching", "rita": "watching"}),
        ("round", "opened", "system", {"paul": "awaits", "petra": "awaits", "rita": "watching"}),
        ("round", "complete", "system", {}),
        ("round", "cancelled", "anna", {}),
        (
            "question",
            "withdrawn:4",
            "paul",
            {"anna": "applicant", "petra": "watching", "rita": "watching"},
        ),
        ("reminder", "before", "system", {"paul": "awaits", "petra": "awaits"}),
        ("reminder", "after", "system", {"paul": "overdue", "petra": "overdue"}),
        (
            "reminder",
            "escalated",
            "system",
            {"hanna": "awaits", "paul": "overdue", "petra": "overdue"},
        ),
        ("something-new", None, "rita", {"paul": "awaits", "petra": "awaits"}),
    ],
)
def test_who_hears(kind, action, actor, heard):
    assert rules.audience(kind, action, CIRCLE, actor) == heard


def test_an_applicant_who_has_to_act_is_reminded_but_may_silence_it():
    circle = rules.Circle("anna", persons=frozenset({"anna"}))
    assert rules.audience("reminder", "overdue", circle, "system") == {"anna": "awaits"}


@given(KINDS, ACTIONS, CIRCLES, PEOPLE)
def test_nobody_hears_of_what_they_did(kind, action, circle, actor):
    assert actor not in rules.audience(kind, action, circle, actor)


@given(ACTIONS, CIRCLES, PEOPLE)
def test_internal_notes_never_reach_the_applicant(action, circle, actor):
    assert circle.applicant not in rules.audience("note", action, circle, actor)


@given(KINDS, ACTIONS, CIRCLES, PEOPLE)
def test_nobody_hears_who_is_not_around_the_case(kind, action, circle, actor):
    around = {circle.applicant} | circle.groups | circle.persons | circle.watchers | circle.managers
    heard = rules.audience(kind, action, circle, actor)
    assert set(heard) <= around
    assert set(heard.values()) <= set(rules.REASONS)
    if rules.is_silent(kind, action):
        assert heard == {}


@given(ACTIONS, CIRCLES)
def test_the_overdue_always_reach_the_whole_group(action, circle):
    heard = rules.audience("reminder", action, circle, "nobody")
    if rules.is_overdue("reminder", action):
        assert {p for p, reason in heard.items() if reason == "overdue"} == circle.groups - {""}


@given(st.sampled_from(rules.CHANNELS), MODES, st.booleans())
def test_overdue_is_never_silenced(channel, mode, muted):
    assert rules.way(channel, mode, rules.OVERDUE, muted) == rules.NOW


@given(st.sampled_from(rules.CHANNELS), MODES, st.sampled_from(rules.REASONS[1:]))
def test_muted_is_muted(channel, mode, reason):
    assert rules.way(channel, mode, reason, muted=True) == rules.NEVER


def test_modes():
    table = {
        mode: [rules.way("mail", mode, reason) for reason in rules.REASONS] for mode in rules.MODES
    }
    assert table == {
        "all": ["now", "now", "now", "now"],
        "awaiting": ["now", "now", "now", "never"],
        "daily": ["now", "later", "later", "later"],
        "off": ["now", "never", "never", "never"],
    }
    for channel, mode in rules.DEFAULTS.items():
        for reason in rules.REASONS:
            assert rules.way(channel, None, reason) == rules.way(channel, mode, reason)


@given(st.lists(st.tuples(MOMENTS, st.sampled_from(rules.REASONS), st.booleans()), max_size=30))
def test_a_preview_never_promises_fewer_for_more(notices):
    counts = rules.preview(notices, "mail")
    assert list(counts) == list(rules.MODES)
    assert counts["off"] <= counts["awaiting"] <= counts["all"] <= len(notices)
    assert counts["off"] <= counts["daily"] <= counts["all"]


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-11-23T06:59", "2026-11-23"),  # Monday morning, before the summary
        ("2026-11-23T07:00", "2026-11-24"),
        ("2026-11-20T15:00", "2026-11-23"),  # Friday
        ("2026-12-23T15:00", "2026-12-24"),
        ("2026-12-24T15:00", "2026-12-28"),  # Christmas and a weekend lie between
        ("2026-10-24T23:00", "2026-10-26"),  # the clocks are put back in between
    ],
)
def test_the_day_of_a_summary(written, day):
    assert rules.digest_day(at(written)).isoformat() == day


def test_a_missed_night_is_caught_up_once():
    written, friday = at("2026-11-18T15:00"), at("2026-11-20T11:30")
    assert rules.is_digest_due(written, None, friday)
    assert not rules.is_digest_due(written, friday.date(), friday + timedelta(hours=1))
    assert not rules.is_digest_due(written, None, at("2026-11-21T09:00"))  # Saturday
    assert not rules.is_digest_due(at("2026-11-20T08:00"), None, friday)


@given(MOMENTS, MOMENTS)
def test_summaries_come_on_working_days_and_never_before_their_notices(written, now):
    if rules.is_digest_due(written, None, now):
        assert rules.is_workday(now.date())
        assert written < now


@pytest.mark.parametrize("written", SPECIAL_MOMENTS.values(), ids=SPECIAL_MOMENTS)
def test_a_job_of_every_hour_makes_one_summary_on_its_day(written):
    hours = list(hours_from(written, days=14))
    due = [now for now in hours if rules.is_digest_due(written, None, now)]
    day = due[0].date()
    assert day == rules.digest_day(written) > written.date()
    assert rules.is_workday(day)
    assert due[0].hour - rules.DIGEST_HOUR.hour in (0, 1)  # the first run of that hour or the next
    later = [now for now in hours if now.date() == day]
    assert not any(rules.is_digest_due(written, day, now) for now in later)


def test_summaries_are_ordered_by_what_presses():
    def notice(case, when, reason):
        return {"case": case, "when": when, "reason": reason}

    found = rules.grouped(
        [
            notice("a", "2026-11-20T10", "watching"),
            notice("b", "2026-11-20T09", "awaits"),
            notice("c", "2026-11-20T12", "applicant"),
            notice("c", "2026-11-20T11", "watching"),
        ]
    )
    assert [uid for uid, _notices in found] == ["b", "c", "a"]
    assert [n["when"] for n in dict(found)["c"]] == ["2026-11-20T11", "2026-11-20T12"]


@given(st.integers(0, 10**6))
def test_pauses_grow_and_end(attempts):
    assert rules.FIRST_PAUSE <= rules.pause(attempts) <= rules.pause(attempts + 1)
    assert rules.pause(attempts) <= rules.LONGEST_PAUSE
