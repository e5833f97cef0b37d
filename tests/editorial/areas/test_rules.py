"""The order of blocks, opening hours and what editors type: without Plone."""

from datetime import date
from datetime import datetime
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.editorial.areas import crests
from kommunalhub.editorial.areas import opening
from kommunalhub.editorial.areas import rules
from kommunalhub.editorial.areas import typed
from kommunalhub.editorial.areas.rules import Kind
from kommunalhub.editorial.areas.rules import Placed

import pytest


NAMES = ["a", "b", "c", "d", "e"]
KINDS = {
    name: Kind(name, "main" if place % 2 else "side", order=place, internal=name == "d")
    for place, name in enumerate(NAMES)
}
WEEK = (((480, 720), (840, 960)),) * 5 + ((), ())
kept_blocks = st.lists(
    st.builds(
        Placed, kind=st.sampled_from([*NAMES, "gone"]), shown=st.booleans(), internal=st.booleans()
    ),
    max_size=8,
)
spans = st.lists(st.integers(0, 1440), max_size=6, unique=True).map(
    lambda edges: tuple(zip(*[iter(sorted(edges))] * 2, strict=False))
)
weeks = st.tuples(*[spans] * 7)


@given(kept_blocks)
def test_every_kind_stands_once_and_those_kept_in_their_order(kept):
    found = rules.arranged(kept, KINDS)
    assert sorted(one.kind for one in found) == NAMES
    order = [one.kind for one in found]
    wanted = list(dict.fromkeys(one.kind for one in kept if one.kind in KINDS))
    assert [kind for kind in order if kind in wanted] == wanted
    assert all(one.internal for one in found if KINDS[one.kind].internal)


@given(kept_blocks, st.sampled_from(NAMES), st.sampled_from(["up", "down"]))
def test_a_step_moves_one_block_past_one_neighbour_of_its_column(kept, kind, step):
    before = rules.arranged(kept, KINDS)
    after = rules.moved(before, KINDS, kind, step)
    assert sorted(after, key=lambda one: one.kind) == sorted(before, key=lambda one: one.kind)
    assert len([1 for old, new in zip(before, after, strict=True) if old != new]) in (0, 2)
    others = [one.kind for one in before if KINDS[one.kind].column != KINDS[kind].column]
    assert [one.kind for one in after if one.kind in others] == others


@given(kept_blocks, st.sampled_from(NAMES))
def test_up_and_down_again_changes_nothing_unless_it_was_at_the_edge(kept, kind):
    before = rules.arranged(kept, KINDS)
    up = rules.moved(before, KINDS, kind, "up")
    assert up == before or rules.moved(up, KINDS, kind, "down") == before


@pytest.mark.parametrize(
    ("moment", "kind", "minute"),
    [
        (datetime(2026, 11, 30, 7, 59), opening.OPENS_TODAY, 480),
        (datetime(2026, 11, 30, 8, 0), opening.OPEN, 720),
        (datetime(2026, 11, 30, 11, 59), opening.OPEN, 720),
        (datetime(2026, 11, 30, 12, 0), opening.OPENS_TODAY, 840),
        (datetime(2026, 11, 30, 16, 0), opening.OPENS_LATER, 480),
        (datetime(2026, 12, 4, 18, 0), opening.OPENS_LATER, 480),  # over the weekend
    ],
)
def test_each_minute_has_its_word(moment, kind, minute):
    found = opening.standing(opening.Hours(WEEK), moment)
    assert (found.kind, found.minute) == (kind, minute)


def test_holidays_closed_days_and_days_of_their_own():
    closed = {date(2026, 12, 28): "Brückentag"}
    feast = opening.Special(date(2026, 12, 22), date(2026, 12, 22), ((480, 720),), "Feier")
    market = opening.Special(date(2026, 12, 25), date(2026, 12, 25), ((600, 660),), "Markt")
    hours = opening.Hours(WEEK, (feast, market), closed)
    found = opening.standing(hours, datetime(2026, 12, 22, 13, 0))
    assert (found.kind, found.day, found.why) == ("opens_later", date(2026, 12, 23), "Feier")
    assert opening.standing(hours, datetime(2026, 12, 25, 10, 30)).kind == opening.OPEN
    assert hours.on(date(2026, 12, 26)) == ((), "Zweiter Weihnachtstag")
    assert hours.on(date(2026, 12, 28)) == ((), "Brückentag")
    assert opening.standing(opening.Hours(), datetime(2026, 12, 1, 9, 0)).kind == opening.SHUT


@given(weeks, st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)))
def test_what_is_said_is_true(week, moment):
    hours = opening.Hours(week)
    found = opening.standing(hours, moment)
    minute = moment.hour * 60 + moment.minute
    spans_now, _why = hours.on(moment.date())
    is_open = any(first <= minute < until for first, until in spans_now)
    assert (found.kind == opening.OPEN) == is_open
    if found.kind == opening.OPENS_LATER:
        assert hours.on(found.day)[0][0][0] == found.minute


@given(weeks)
def test_a_week_is_read_as_it_was_written(week):
    assert typed.read_week(typed.write_week(week)) == week


def test_days_with_the_same_hours_stand_together():
    half = (((480, 720),),)
    week = (WEEK[0], WEEK[0], (), WEEK[0], *half, (), ())
    assert opening.grouped(week) == [((0, 1, 3), WEEK[0]), ((2,), ()), ((4,), half[0])]
    assert opening.grouped((*week[:5], half[0], ()))[-1] == ((4, 5), half[0])


@pytest.mark.parametrize(
    "line",
    [
        "22.12.2026 8–12 Feier",
        "24.12.2026 – 31.12.2026 geschlossen Betriebsferien",
        "23.12.2026 8–12, 14–15:30",
    ],
)
def test_days_of_their_own_are_read_as_they_were_written(line):
    assert typed.write_specials(typed.read_specials(line)) == line


@pytest.mark.parametrize(
    ("read", "line"),
    [
        (typed.read_specials, "31.2.2026 geschlossen"),
        (typed.read_specials, "24.12.2026 – 23.12.2026 geschlossen"),
        (typed.read_specials, "24.12.2026 – 31.12.2027 geschlossen"),
        (typed.read_specials, "24.12.2026 12–8"),
        (typed.read_specials, "24.12.1999 geschlossen"),
        (typed.read_specials, "Heiligabend geschlossen"),
        (typed.read_week, "Mo 8–30"),
        (typed.read_week, "Werktags 8–12"),
        (typed.read_contacts, "; 040 66969-200"),
        (typed.read_contacts, "Bürgerbüro; a@b"),
        (typed.read_contacts, "Bürgerbüro; Zimmer 1; Zimmer 2"),
        (typed.read_links, "https://example.org"),
        (typed.read_links, "Rathaus: javascript:alert(1)"),
        (typed.read_links, "Rathaus: //example.org"),
        (typed.read_links, "Rathaus: https://a@example.org/"),
        (typed.read_links, "Rathaus: example.org"),
        (typed.read_links, "x" * 301),
    ],
)
def test_a_line_that_is_not_understood_is_named(read, line):
    with pytest.raises(typed.BadLine):
        read(line)


def test_contacts_and_links_are_read_as_they_were_written():
    contacts = "Bürgerbüro; 040 66969-210; a@example.org; Zimmer 3\nBauamt; 040 66969-220"
    assert typed.write_contacts(typed.read_contacts(contacts)) == contacts
    links = "Rathaus online: https://example.org/a?b=c\nWorkshops: /workshops"
    assert typed.write_links(typed.read_links(links)) == links
    with pytest.raises(typed.TooMany):
        typed.read_links("\n".join(["a: /b"] * 13))


def test_a_crest_is_made_of_known_shapes_and_a_colour():
    assert crests.drawn("tree", '"/><script>') == crests.drawn("tree", "#0b4f5c")
    assert all(crests.drawn(sign, "#123456").count("<path") >= 2 for sign in crests.SIGNS)
