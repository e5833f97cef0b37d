"""Series: dates by the wall clock, conflicts before anything is booked, part of a series."""

from datetime import date
from datetime import timedelta
from kommunalhub.booking import operations
from kommunalhub.booking import repeating
from kommunalhub.booking import rules
from kommunalhub.booking import series as kinds
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.interfaces import SeriesRefused
from kommunalhub.booking.series import Series
from lxml import html
from zope.i18n import translate

import pytest
import transaction


def test_it_keeps_the_wall_clock_over_both_changes():
    for start, hours in ((date(2027, 3, 15), (8, 8, 7, 7)), (date(2027, 10, 18), (7, 7, 8, 8))):
        series = Series(start, start + timedelta(days=21), kinds.WEEKS, 540, 660)
        spans = series.spans()
        assert [rules.to_local(span.start).hour for span in spans] == [9, 9, 9, 9]
        assert tuple(span.start.hour for span in spans) == hours
        assert {span.length for span in spans} == {timedelta(hours=2)}


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (kinds.WEEKS, [12, 19, 26]),
        (kinds.FORTNIGHTS, [12, 26]),
        (kinds.DAYS, [12, 13, 14, 15, 18, 19, 20, 21, 22, 25, 26, 27, 28, 29]),
        (kinds.MONTHS, [12]),
    ],
)
def test_each_step(step, expected):
    series = Series(date(2027, 1, 12), date(2027, 1, 31), step, 540, 600)
    assert [day.day for day in series.days()] == expected


def test_the_second_tuesday_stays_the_second_tuesday():
    series = Series(date(2027, 1, 12), date(2027, 4, 30), kinds.MONTHS, 540, 600)
    assert series.days() == [date(2027, m, d) for m, d in ((1, 12), (2, 9), (3, 9), (4, 13))]


def test_a_series_has_an_end():
    endless = Series(date(2027, 1, 1), date(2099, 1, 1), kinds.DAYS, 540, 600)
    assert len(endless.days()) == kinds.MOST
    assert endless.is_long
    assert not Series(date(2027, 1, 1), date(2027, 2, 1), kinds.WEEKS, 540, 600).is_long


@pytest.fixture
def desks(portal, house):
    return [house.add_space(portal, f"Schreibtisch {n}", horizon=366) for n in (1, 2)]


def weekly(house, count=4, first=9, last=12):
    start = house.workday()
    return Series(start, start + timedelta(days=7 * count - 1), kinds.WEEKS, 60 * first, 60 * last)


def free_dates(space, found):
    return [(space, one.span) for one in found if not one.problem]


def test_conflicts_are_shown_before_anything_is_booked(desks, house):
    one, two = desks
    series = weekly(house)
    taken = series.spans()[1]
    with house.As("lena"):
        operations.book(one, taken.start, taken.end)
    with house.As("mia"):
        found = repeating.preview(one, series, "mia")
        bad = [item for item in found if item.problem]
        assert taken in [item.span for item in bad]
        assert [s.Title() for item in bad if item.span == taken for s in item.instead] == [
            "Schreibtisch 2"
        ]
        made = repeating.book_all(free_dates(one, found), "Runde")
        assert {booking.series for booking in made} == {made[0].series}
        assert len(made) == len(found) - len(bad)


def test_one_date_that_fails_undoes_the_others(desks, house):
    one, _two = desks
    spans = weekly(house).spans()
    with house.As("mia"):
        choices = free_dates(one, repeating.preview(one, weekly(house), "mia"))
    with house.As("lena"):
        operations.book(one, choices[-1][1].start, choices[-1][1].end)
    with house.As("mia"):
        with pytest.raises(SeriesRefused) as refused:
            repeating.book_all(choices)
        assert operations.of_person("mia") == []
        one.person_quota = 1
        with pytest.raises(SeriesRefused):
            repeating.book_all([(one, choices[0][1]), (one, shifted(choices[0][1]))])
        assert operations.of_person("mia") == []
        with pytest.raises(SeriesRefused):
            repeating.book_all([])
    assert refused.value.day == choices[-1][1].days()[0]
    assert "Diese Zeit hat jemand anderes." in translate(
        refused.value.args[0], target_language="de"
    )
    assert spans


def shifted(span):
    """Return a span that overlaps."""
    hour = timedelta(hours=1)
    return rules.Span(span.start + hour, span.end + hour)


@pytest.fixture
def booked(desks, house):
    """A series of mia, its first date first."""
    with house.As("mia"):
        found = repeating.preview(desks[0], weekly(house, 6), "mia")
        return repeating.book_all(free_dates(desks[0], found), "Runde")


def test_one_from_here_on_or_all(desks, house, booked):  # Indico #4092
    one = desks[0]
    with house.As("mia"):
        assert repeating.cancel_part(one, booked[-1], repeating.ONE) == 1
        moved = repeating.move_part(booked[1], repeating.FROM, 600, 720)
        assert [b.id for b in moved] == [b.id for b in booked[1:-1]]
        assert {rules.to_local(b.start).hour for b in moved} == {10}
        assert operations.get(one, booked[0].id) == booked[0]
        assert repeating.cancel_part(one, booked[1], repeating.FROM) == len(moved)
        assert repeating.cancel_part(one, booked[0], repeating.ALL) == 1
        assert operations.of_person("mia") == []


def test_nobody_touches_a_series_of_somebody_else(desks, house, booked):  # Indico #6550
    with house.As("lena"):
        for scope in repeating.SCOPES:
            with pytest.raises(NotYours):
                repeating.cancel_part(desks[0], booked[0], scope)
            with pytest.raises(NotYours):
                repeating.move_part(booked[0], scope, 600, 720)
    with house.As("mia"):
        assert len(operations.of_person("mia")) == len(booked)


def test_moving_into_others_moves_nothing(desks, house, booked):
    last = booked[-1].span
    with house.As("lena"):
        operations.book(desks[0], last.end, last.end + timedelta(hours=1))
    with house.As("mia"):
        with pytest.raises(SeriesRefused):
            repeating.move_part(booked[0], repeating.ALL, 600, 780)
        assert operations.of_person("mia") == booked


def test_a_holiday_cancels_what_lies_in_it(desks, house, booked):  # seatsurfing #1516
    first, last = booked[1].span.days()[0], booked[2].span.days()[0]
    with house.As("mia"):
        other = operations.book(desks[1], booked[1].start, booked[1].end)
        assert repeating.cancel_days("mia", first, last) == 3
        left = {b.id for b in operations.of_person("mia")}
    assert left == {b.id for b in booked} - {booked[1].id, booked[2].id, other.id}


def test_the_page_shows_the_dates_and_books_what_was_chosen(functional, web, house):
    desks = [house.add_space(web, f"Schreibtisch {n}", horizon=366) for n in (1, 2)]
    series = weekly(house, 3)
    with house.As("lena"):
        operations.book(desks[0], series.spans()[1].start, series.spans()[1].end)
    transaction.commit()
    visitor = house.browser(functional, "mia")
    visitor.open(f"{desks[0].absolute_url()}/@@serie")
    for name, value in (
        ("date", series.start.isoformat()),
        ("until", series.until.isoformat()),
        ("start", "9:00"),
        ("end", "12:00"),
    ):
        visitor.getControl(name=name).value = value
    visitor.getControl("Termine ansehen").click()
    with house.As("mia"):
        assert operations.of_person("mia") == []
    tree = html.fromstring(visitor.contents)
    picks = {s.get("name"): s.xpath("./option/@value") for s in tree.xpath("//li/select")}
    taken = f"date-{series.days()[1].isoformat()}"
    assert picks[taken] == [desks[1].UID(), "skip"]
    visitor.getControl("Serie buchen").click()
    with house.As("mia"):
        made = operations.of_person("mia")
    assert desks[1].UID() in {booking.space for booking in made}
    assert len({booking.series for booking in made}) == 1


def test_what_is_wrong_stands_at_its_field(functional, web, house):
    desk = house.add_space(web, "Schreibtisch 1")
    transaction.commit()
    visitor = house.browser(functional, "mia")
    visitor.open(f"{desk.absolute_url()}/@@serie")
    visitor.raiseHttpErrors = False
    visitor.getControl("Termine ansehen").click()
    assert visitor.headers["status"].startswith("400")
    tree = html.fromstring(visitor.contents)
    assert set(tree.xpath("//*[@class='wrong']/@id")) == {
        f"{name}-wrong" for name in ("date", "until", "start", "end")
    }
