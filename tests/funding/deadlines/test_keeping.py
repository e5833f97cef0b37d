"""What is kept of a chain: old days stay visible, what is done stays done, nobody is told twice."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kommunalhub.funding.deadlines import keeping
from kommunalhub.funding.deadlines import reminders
from kommunalhub.funding.deadlines import said
from kommunalhub.funding.deadlines import terms
from kommunalhub.funding.deadlines import words
from kommunalhub.lib.workdays import is_workday

import pytest


AHEAD, ESCALATION = (28, 7, 1), 3
TODAY = date(2026, 11, 30)  # a Monday


def deadline(day, kind=terms.PROOF, key=None, **facts):
    day = day and date.fromisoformat(day)
    source = (terms.Source("§ 89 LVwG", date(2023, 12, 1)),)
    return terms.Deadline(
        key or f"{kind}.1", kind, day, "fixed", source, (terms.Step("named", day),), day, **facts
    )


def kept(*chain, before=None, today=TODAY):
    return keeping.merged(before or {}, chain, today)


def test_an_entry_is_what_the_deadline_was():
    asked = deadline("2027-06-30")
    assert keeping.deadline_of(kept(asked)["proof.1"]) == asked


def test_a_day_that_moves_stays_visible():
    before = kept(deadline("2027-06-30"))
    entry = kept(deadline("2027-12-31"), before=before)["proof.1"]
    assert entry["day"] == date(2027, 12, 31)
    assert entry["earlier"] == ({"day": date(2027, 6, 30), "until": TODAY},)
    assert entry["sequence"] == 1
    again = kept(deadline("2028-01-31"), before={"proof.1": entry}, today=date(2027, 1, 4))
    assert [one["day"] for one in again["proof.1"]["earlier"]] == [
        date(2027, 6, 30),
        date(2027, 12, 31),
    ]


def test_nothing_is_written_where_nothing_has_changed():
    before = kept(deadline("2027-06-30"))
    assert kept(deadline("2027-06-30"), before=before, today=date(2027, 1, 4)) == before


def test_what_is_asked_for_no_more_stays_visible_and_may_come_back():
    before = kept(deadline("2027-06-30"))
    gone = kept(before=before)
    assert gone["proof.1"]["dropped"] == TODAY
    assert kept(before=gone, today=date(2027, 1, 4)) == gone
    back = kept(deadline("2027-06-30"), before=gone)["proof.1"]
    assert (back["dropped"], back["sequence"], back["earlier"]) == (None, 2, ())


def test_what_is_done_stays_done_when_its_day_moves():
    before = kept(deadline("2027-06-30"))
    before["proof.1"] = keeping.with_done(before["proof.1"], TODAY, "sent", "mia", "Mia")
    entry = kept(deadline("2027-12-31"), before=before)["proof.1"]
    assert entry["done"]["remark"] == "sent"
    assert keeping.standing(entry, date(2029, 1, 1)) == keeping.DONE


def test_a_condition_is_done_where_it_was_said():
    before = kept(deadline("2027-06-30", terms.CONDITION, done_on=TODAY))
    assert before["condition.1"]["done"]["day"] == TODAY
    assert (
        kept(deadline("2027-06-30", terms.CONDITION), before=before)["condition.1"]["done"] is None
    )


@pytest.mark.parametrize(
    "kind, day, standing, sentence",
    [
        (terms.PROOF, "2026-11-29", "overdue", "deadline_is_overdue_one"),
        (terms.PROOF, "2026-11-28", "overdue", "deadline_is_overdue"),
        (terms.PROOF, "2026-11-30", "today", "deadline_is_today"),
        (terms.PROOF, "2026-12-01", "ahead", "deadline_is_days_one"),
        (terms.PROOF, "2026-12-05", "ahead", "deadline_is_days"),
        (terms.PROOF, "2027-11-30", "ahead", "deadline_is_months"),
        (terms.EARMARK, "2037-12-31", "ahead", "deadline_is_years"),
        (terms.EARMARK, "2026-11-29", "passed", "deadline_is_passed"),
        (terms.OBJECTION, "2026-11-29", "passed", "deadline_is_passed"),
        (terms.PROOF, None, "unknown", "deadline_is_unknown"),
    ],
)
def test_the_traffic_light_is_a_word(kind, day, standing, sentence):
    [entry] = kept(deadline(day, kind)).values()
    assert keeping.standing(entry, TODAY) == standing
    assert said.standing(entry, TODAY)[0] == sentence


def test_all_that_the_rules_say_has_words():
    import kommunalhub.funding.deadlines as package
    import pathlib
    import re

    source = "".join(
        pathlib.Path(package.__path__[0], f"{name}.py").read_text()
        for name in ("announcement", "grants", "terms")
    )
    codes = set(re.findall(r'Step\(\s*"(\w+)"', source))
    assert codes <= set(words.STEPS)
    assert set(words.KINDS) == set(terms.KINDS)


# Reminders


def told(entry, today):
    return reminders.due(entry, today, AHEAD, ESCALATION)[0]


@pytest.mark.parametrize(
    "today, token",
    [
        ("2026-11-30", None),
        ("2026-12-01", None),
        ("2026-12-02", "before:28"),
        ("2026-12-22", "before:28"),  # nights were missed: it is still told
        ("2026-12-23", "before:7"),
        ("2026-12-28", "before:7"),
        ("2026-12-29", "before:1"),
        ("2026-12-30", "on"),
        ("2026-12-31", "after"),
        ("2027-01-03", "after"),
        ("2027-01-04", "escalated"),  # the third day is a Saturday
    ],
)
def test_what_is_told_on_a_day(today, token):
    [entry] = kept(deadline("2026-12-30")).values()
    assert told(entry, date.fromisoformat(today)) == token


def test_who_is_told_of_a_weekend_is_told_on_friday():
    [entry] = kept(deadline("2026-12-13")).values()  # a Sunday
    assert told(entry, date(2026, 12, 10)) == "before:7"  # Sunday the 6th: Friday the 4th
    assert told(entry, date(2026, 12, 11)) == "on"
    assert told(entry, date(2026, 12, 14)) == "after"


def test_what_only_ends_is_told_of_once_and_never_overdue():
    [entry] = kept(deadline("2036-12-31", terms.EARMARK)).values()
    assert told(entry, date(2036, 12, 30)) is None
    assert told(entry, date(2036, 12, 31)) == "on"
    assert reminders.next_day({**entry, "sent": ("on",)}, AHEAD, ESCALATION) is None


@pytest.mark.parametrize("kind", [terms.KNOWN, terms.FINAL])
def test_a_fact_is_not_reminded_of(kind):
    [entry] = kept(deadline("2026-12-30", kind)).values()
    assert reminders.next_day(entry, AHEAD, ESCALATION) is None


def test_what_is_done_or_gone_is_not_reminded_of():
    before = kept(deadline("2026-12-01"))
    done = keeping.with_done(before["proof.1"], TODAY, "", "", "")
    assert told(done, date(2027, 1, 1)) is None
    assert told(kept(before=before)["proof.1"], date(2027, 1, 1)) is None


def test_a_day_that_moved_is_reminded_of_anew():
    before = kept(deadline("2026-12-01"))
    sent = {"proof.1": {**before["proof.1"], "sent": ("before:28", "before:7", "before:1")}}
    entry = kept(deadline("2027-01-15"), before=sent)["proof.1"]
    assert told(entry, TODAY) is None
    assert reminders.next_day(entry, AHEAD, ESCALATION) == date(2026, 12, 18)


DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@given(DAYS, st.lists(st.integers(0, 40), max_size=30), st.sampled_from(sorted(terms.KINDS)))
@settings(max_examples=80, deadline=None)
def test_whatever_nights_are_missed_nobody_is_told_twice_or_too_late(day, gaps, kind):
    [entry] = kept(deadline(day.isoformat(), kind)).values()
    today, heard = day - timedelta(days=60), []
    for gap in gaps:
        today += timedelta(days=gap)
        due = reminders.next_day(entry, AHEAD, ESCALATION)
        token, settled = reminders.due(entry, today, AHEAD, ESCALATION)
        is_useless = kind in reminders.TO_USE and today > day
        assert (token is not None) == (due is not None and due <= today and not is_useless)
        if token is not None:
            assert token not in heard
            heard.append(token)
            if token.startswith("before"):
                assert today < day or not is_workday(day)
        entry = {**entry, "sent": (*entry["sent"], *settled)}
    order = [f"before:{n}" for n in AHEAD] + ["on", "after", "escalated"]
    assert heard == sorted(heard, key=order.index)
