"""Series over REST: looked at before they are booked, changed in part, over both clock changes."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from kommunalhub.booking import operations
from kommunalhub.booking import rules
from kommunalhub.core import formatting

import pytest
import transaction


@pytest.fixture
def desks(web, house):
    fields = {"horizon": 366, "opening": "täglich 0–24", "kind": "meeting"}
    made = [house.add_space(web, f"Raum {n}", **fields) for n in (1, 2)]
    transaction.commit()
    return made


@pytest.fixture
def url(functional, desks):
    base = f"http://localhost:{functional['port']}/{functional['portal'].getId()}"
    return f"{base}/haus/{desks[0].getId()}"


@pytest.fixture
def wish(house):
    """Four weeks from the next workday on; without what a holiday closes."""
    first = house.workday()
    return {
        "first": first.isoformat(),
        "until": (first + timedelta(days=21)).isoformat(),
        "step": "weeks",
        "start": "9:00",
        "end": "11:30",
        "purpose": "Runde",
        "conflicts": "skip",
    }


def mine(who="mia"):
    transaction.begin()
    return operations.of_person(who)


def take(house, desk, span, who="lena"):
    with house.As(who):
        operations.book(desk, span.start, span.end)
    transaction.commit()


def days_in(answer):
    return [one["date"] for one in answer.json()["dates"]]


def test_a_preview_books_nothing_and_says_what_is_in_the_way(url, desks, house, wish):
    day = date.fromisoformat(wish["first"])
    take(house, desks[0], rules.span_of(day, 600, 660))
    answer = house.rest("mia").post(f"{url}/@booking-series", json={**wish, "preview": True})
    assert answer.status_code == 200, answer.text
    first = answer.json()["dates"][0]
    assert (first["date"], first["free"]) == (day.isoformat(), False)
    assert first["problem"] == "Diese Zeit hat jemand anderes."
    assert [one["title"] for one in first["instead"]] == ["Raum 2"]
    assert mine() == []


def test_abort_skip_or_another_space(url, desks, house, wish):  # Indico #5787
    day, mia = date.fromisoformat(wish["first"]), house.rest("mia")
    take(house, desks[0], rules.span_of(day, 600, 660))
    address = f"{url}/@booking-series"
    refused = mia.post(address, json={**wish, "conflicts": "abort"})
    assert refused.status_code == 409
    assert refused.json()["dates"][0]["free"] is False
    assert mine() == []
    skipped = mia.post(address, json=wish)
    assert skipped.status_code == 201, skipped.text
    assert day.isoformat() in skipped.json()["skipped"]
    [series] = {one["series"] for one in skipped.json()["items"]}
    assert series == skipped.json()["series"]
    assert mia.delete(f"{skipped.json()['items'][0]['@id']}?scope=all").status_code == 204
    assert mine() == []
    other = mia.post(address, json={**wish, "conflicts": "other"})
    assert other.status_code == 201
    assert desks[1].UID() in {one.space for one in mine()}
    for one in mine():
        with house.As("mia"):
            operations.cancel(operations.space_of(one.space), one.id)
    transaction.commit()
    chosen = {day.isoformat(): desks[1].UID()}
    named = mia.post(address, json={**wish, "dates": chosen})
    assert named.status_code == 201, named.text
    unknown = mia.post(address, json={**wish, "dates": {day.isoformat(): "0" * 32}})
    assert [error["field"] for error in unknown.json()["errors"]] == ["dates"]


def test_one_from_here_on_or_all(url, house, wish):
    mia = house.rest("mia")
    items = mia.post(f"{url}/@booking-series", json=wish).json()["items"]
    second = items[1]
    day = formatting.to_local(datetime.fromisoformat(second["start"])).date()
    span = rules.span_of(day, 600, 720)
    times = {"start": span.start.isoformat(), "end": span.end.isoformat()}
    moved = mia.patch(second["@id"], json={**times, "scope": "from"})
    assert moved.status_code == 200, moved.text
    assert [one["id"] for one in moved.json()["items"]] == [one["id"] for one in items[1:]]
    hours = [rules.to_local(one.start).hour for one in mine()]
    assert hours == [9, *[10] * (len(items) - 1)]
    other = house.rest("lena").patch(second["@id"], json={**times, "scope": "all"})
    assert other.status_code == 403
    wrong = mia.patch(second["@id"], json={**times, "scope": "some"})
    assert [error["field"] for error in wrong.json()["errors"]] == ["scope"]
    elsewhere = {**times, "end": (span.end + timedelta(days=1)).isoformat(), "scope": "all"}
    assert mia.patch(second["@id"], json=elsewhere).status_code == 400
    assert mia.delete(f"{second['@id']}?scope=one").status_code == 204
    assert mia.delete(f"{items[0]['@id']}?scope=nix").status_code == 400
    assert len(mine()) == len(items) - 1
    assert mia.delete(f"{items[0]['@id']}?scope=all").status_code == 204
    assert mine() == []


def test_a_date_that_was_left_out_comes_back(functional, url, desks, house, wish):  # Indico #4180
    mia = house.rest("mia")
    items = mia.post(f"{url}/@booking-series", json=wish).json()["items"]
    gone = formatting.to_local(datetime.fromisoformat(items[-1]["start"])).date().isoformat()
    assert mia.delete(items[-1]["@id"]).status_code == 204
    address = f"{url}/@booking-series/{items[0]['id']}"
    again = mia.post(address, json={"date": gone})
    assert again.status_code == 201, again.text
    assert (again.json()["series"], again.json()["start"]) == (
        items[0]["series"],
        items[-1]["start"],
    )
    twice = mia.post(address, json={"date": gone})
    assert [error["field"] for error in twice.json()["errors"]] == ["date"]
    assert mia.post(address, json={"date": "gestern"}).status_code == 400
    assert house.rest("lena").post(address, json={"date": gone}).status_code == 403
    assert mia.delete(again.json()["@id"]).status_code == 204
    visitor = house.browser(functional, "mia")
    visitor.open(f"{desks[0].absolute_url()}/@@buchung?id={items[0]['id']}")
    visitor.getControl(name="add_date").value = gone
    visitor.getControl("Diesen Termin auch buchen").click()
    assert "Gebucht:" in visitor.contents
    assert {one.series for one in mine()} == {items[0]["series"]}


def test_a_holiday_is_cancelled_over_all_spaces(functional, url, house, wish):
    mia = house.rest("mia")
    items = mia.post(f"{url}/@booking-series", json=wish).json()["items"]
    base = url.rpartition("/haus")[0]
    last = date.fromisoformat(wish["first"]) + timedelta(days=7)
    wrong = mia.delete(f"{base}/@my-bookings?first={last}&last={wish['first']}")
    assert [error["field"] for error in wrong.json()["errors"]] == ["last"]
    assert mia.delete(f"{base}/@my-bookings").status_code == 400
    answer = mia.delete(f"{base}/@my-bookings?first={wish['first']}&last={last}")
    assert answer.status_code == 200, answer.text
    assert answer.json()["cancelled"] == len(items) - len(mine())
    assert all(one.start > rules.local_moment(last, 1440) for one in mine())


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, {"first", "until", "start", "end", "step"}),
        ({"first": 5, "until": "x", "start": None, "end": "25:00", "step": []}, None),
        ({"step": "weeks", "first": "2027-02-01", "until": "2027-01-01"}, {"until"}),
        ({"step": "days", "until": "2099-01-01"}, {"until"}),
        ({"step": "weeks", "start": "11:00", "end": "9:00"}, {"end"}),
        ({"step": "weeks", "conflicts": "perhaps", "preview": 1, "dates": []}, None),
        ({"step": "weeks", "colour": "red"}, {"colour"}),
    ],
)
def test_what_does_not_fit_is_told_at_its_field(url, house, body, fields):
    whole = {"first": "2027-01-04", "until": "2027-02-01", "start": "9:00", "end": "10:00"}
    sent = {**whole, **body} if body else {}
    answer = house.rest("mia").post(f"{url}/@booking-series", json=sent)
    assert answer.status_code == 400, answer.text
    assert fields is None or {error["field"] for error in answer.json()["errors"]} == fields


@pytest.mark.parametrize(
    ("now", "first"),
    [
        (datetime(2027, 3, 1, 8), date(2027, 3, 21)),
        (datetime(2027, 10, 1, 8), date(2027, 10, 24)),
    ],
)
def test_the_clock_on_the_wall_counts(url, house, monkeypatch, now, first):
    """28 March and 31 October 2027 are Sundays: the weeks around them keep their hours."""
    now = now.replace(tzinfo=formatting.BERLIN)
    monkeypatch.setattr(formatting, "now", lambda: now)
    wish = {"step": "weeks", "start": "9:00", "end": "17:00", "conflicts": "skip"}
    wish |= {"first": first.isoformat(), "until": (first + timedelta(days=14)).isoformat()}
    answer = house.rest("mia").post(f"{url}/@booking-series", json=wish)
    assert answer.status_code == 201, answer.text
    spans = [one.span for one in mine()]
    assert [(rules.to_local(s.start).hour, rules.to_local(s.end).hour) for s in spans] == [
        (9, 17)
    ] * len(spans)
    assert {span.length for span in spans} == {timedelta(hours=8)}
    assert len({span.start.hour for span in spans}) == 2


def test_an_hour_that_does_not_exist_is_told(url, house, monkeypatch):
    now = datetime(2027, 3, 1, 8, tzinfo=formatting.BERLIN)
    monkeypatch.setattr(formatting, "now", lambda: now)
    wish = {"step": "weeks", "start": "2:30", "end": "4:00", "preview": True}
    wish |= {"first": "2027-03-21", "until": "2027-04-04"}
    answer = house.rest("mia").post(f"{url}/@booking-series", json=wish)
    problems = {one["date"]: one["problem"] for one in answer.json()["dates"]}
    assert "Sommerzeit" in problems["2027-03-28"]
    assert problems["2027-03-21"] is None
    october = datetime(2027, 10, 1, 8, tzinfo=formatting.BERLIN)
    monkeypatch.setattr(formatting, "now", lambda: october)
    wish |= {"first": "2027-10-31", "until": "2027-10-31"}
    [one] = house.rest("mia").post(f"{url}/@booking-series", json=wish).json()["dates"]
    assert one["start"] == "2027-10-31T00:30:00+00:00"  # the first of two
    assert "Feiertag" in one["problem"]  # Reformation Day
