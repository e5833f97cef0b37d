"""The rules of projects, without a site."""

from datetime import date
from datetime import timedelta
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.core import timeline
from kommunalhub.projects import rules
from kommunalhub.projects.book import rules as records

import pytest


TODAY = date(2026, 11, 18)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
money = st.decimals(0, 10**6, places=2)


def row(planned=TODAY, **changed):
    found = {"number": 1, "title": "Start", "planned": planned, "done": None, "dropped": ""}
    return {**found, "earlier": (), "why_late": "", **changed}


def numbered(number, planned, done):
    return row(planned, number=number, done=done)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (row(TODAY), rules.PLANNED),
        (row(TODAY - timedelta(1)), rules.LATE),
        (row(TODAY, earlier=({"planned": TODAY},)), rules.MOVED),
        (row(TODAY - timedelta(1), done=TODAY), rules.DONE),
        (row(TODAY - timedelta(1), dropped="Nicht nötig"), rules.DROPPED),
    ],
)
def test_how_a_milestone_stands(record, expected):
    assert rules.standing(record, TODAY) == expected


@given(st.lists(days, min_size=1, max_size=8))
def test_moved_dates_stay(moves):
    record = row(moves[0])
    for day in moves[1:]:
        record = records.planned_anew(record, day, "Grund", TODAY, "moni")
    seen = [one["planned"] for one in record["earlier"]] + [record["planned"]]
    expected = [day for at, day in enumerate(moves) if at == 0 or day != moves[at - 1]]
    assert seen == expected
    assert records.first_planned(record) == moves[0]


@given(st.lists(st.builds(numbered, st.integers(1, 9), days, st.none() | days)))
def test_what_comes_next_is_open_and_first(found):
    following = rules.next_of(found)
    still = [one for one in found if rules.is_open(one)]
    assert (following is None) == (not still)
    assert all(following["planned"] <= one["planned"] for one in still)
    progress = rules.progress(found, TODAY)
    assert progress.reached + len(still) == progress.total


PARTNERS = st.sampled_from(["dataport", "lensahn", "malente", "oldenburg"])
BEFORE = {
    "goal": "Zwölf Bänke",
    "budget": Decimal(18000),
    "own_share": Decimal(9000),
    "end": TODAY,
    "partners": ("malente", "lensahn"),
}


@given(money, money, st.integers(0, 50000))
def test_money_needs_consent_from_the_limit_on(budget, own_share, limit):
    after = {**BEFORE, "budget": budget, "own_share": own_share}
    moved = max(abs(budget - 18000), abs(own_share - 9000))
    assert rules.needs_consent(BEFORE, after, limit) == (moved > 0 and moved >= limit)


def test_a_new_goal_needs_consent_and_spaces_do_not():
    assert rules.needs_consent(BEFORE, {**BEFORE, "goal": "Zwanzig Bänke"}, Decimal(10000))
    assert not rules.needs_consent(BEFORE, {**BEFORE, "goal": "Zwölf  Bänke "}, Decimal(10000))
    assert not rules.needs_consent(BEFORE, {**BEFORE, "end": TODAY + timedelta(9)}, Decimal(10000))


def test_other_partners_need_consent_and_another_lead_does():
    before = {**BEFORE, "partners": ("malente", "lensahn", "dataport")}
    for partners, asks in (
        (("malente", "lensahn"), True),
        (("malente", "lensahn", "dataport", "oldenburg"), True),
        (("lensahn", "malente", "dataport"), True),
        (("malente", "dataport", "lensahn"), False),
    ):
        after = {**before, "partners": partners}
        assert rules.needs_consent(before, after, Decimal(10000)) == asks


@given(st.lists(PARTNERS, min_size=2, unique=True), st.sets(PARTNERS), st.sets(PARTNERS))
def test_what_is_agreed_on_holds_with_those_who_are_there(partners, more, known):
    before = {"partners": tuple(partners)}
    after = {"partners": rules.partners_of(partners[0], {*partners, *more})}
    found = rules.possible(before, after, known)["partners"]
    assert found == before["partners"] or (set(found) <= known and found[0] == partners[0])
    assert len(found) >= 2


@given(st.lists(days, min_size=1, max_size=40), days, days)
def test_a_picture_holds_every_mark(found, first, last):
    first, last = min(first, last), max(first, last)
    marks = [timeline.Mark(f"M{n}", day, timeline.PLANNED) for n, day in enumerate(found, 1)]
    drawn = timeline.line("<Titel>", "Text & mehr", marks, first, last, TODAY, "heute", MONTHS)
    assert drawn.count('class="mark ') == len(marks)
    assert "<Titel>" not in drawn and "&lt;Titel&gt;" in drawn
    scale = timeline.scale_of([*found, first, last, TODAY])
    assert all(timeline.LEFT <= scale.x(day) <= timeline.WIDTH for day in found)


MONTHS = {1: "Jan.", 4: "April", 7: "Juli", 10: "Okt."}
