"""@plan: where spaces are and how they are; the hub management puts them elsewhere."""

from kommunalhub.booking import operations
from kommunalhub.booking.plan.storage import plan_of

import pytest
import transaction


def at(house, hour):
    return f"{house.workday().isoformat()}T{hour}:00:00"


def test_the_plan_as_one_reads_it(functional, desks, house):
    with house.As("mia"):
        operations.book(desks[0], *house.at(9, 11), "Geheimes Gespräch")
    transaction.commit()
    folder = functional["portal"]["haus"].absolute_url()
    query = {"at": at(house, "10")}
    shown = {
        who: house.rest(who).get(f"{folder}/@plan", params=query).json()
        for who in (None, "gesa", "lena", "mia")
    }
    assert shown[None] == shown["gesa"]
    items = shown[None]["items"]
    titles = [item["title"] for item in items]
    assert sorted(titles) == ["Halle", "Halle links", "Schreibtisch 1", "Schreibtisch 2"]
    assert titles.index("Halle") < titles.index("Halle links")
    taken = next(item for item in items if item["title"] == "Schreibtisch 1")
    assert taken["state"] == "busy"
    assert "called" not in taken
    assert set(taken["place"]) == {"x", "y", "width", "height", "label"}
    called = {
        who: next(item for item in shown[who]["items"] if item["UID"] == taken["UID"])
        for who in ("lena", "mia")
    }
    assert called["lena"]["called"] == "Malente"
    assert called["mia"]["state"] == "mine"


@pytest.mark.parametrize("moment", ["x", "9999-99-99", "2026-03-29T02:30:00", "0001-01-01"])
def test_a_wrong_moment_is_told(functional, desks, house, moment):
    folder = functional["portal"]["haus"].absolute_url()
    answer = house.rest().get(f"{folder}/@plan", params={"at": moment})
    assert answer.status_code in (200, 400)
    if answer.status_code == 400:
        assert answer.json()["errors"][0]["field"] == "at"


def patch(functional, house, who, places):
    folder = functional["portal"]["haus"].absolute_url()
    return house.rest(who).patch(f"{folder}/@plan", json=places)


def test_places_are_put_all_or_none(functional, desks, house):
    one, two = desks[0].UID(), desks[1].UID()
    good = {"x": 1, "y": 2, "width": 30, "height": 20, "label": "Tisch 1"}
    answer = patch(functional, house, "hilde", {"places": {one: good, two: None}})
    assert answer.status_code == 200
    items = {item["UID"]: item["place"] for item in answer.json()["items"]}
    assert items[one] == good
    assert items[two] is None
    for wrong in (
        {"places": {one: {**good, "x": 90}, two: good}},
        {"places": {one: {**good, "width": 1}}},
        {"places": {one: {**good, "x": "1"}}},
        {"places": {one: {**good, "x": True}}},
        {"places": {one: {**good, "label": "x" * 41}}},
        {"places": {one: {**good, "label": 7}}},
        {"places": {one: {**good, "colour": "red"}}},
        {"places": {"gibt-es-nicht": good}},
        {"places": {one: [1, 2, 3, 4]}},
        {"places": []},
        {"places": {}},
        {},
        {"places": {one: good}, "drawing": "x"},
    ):
        assert patch(functional, house, "hilde", wrong).status_code == 400
    transaction.begin()
    kept = plan_of(functional["portal"]["haus"]).places
    assert {uid: place.x for uid, place in kept.items()} == {one: 1}


@pytest.mark.parametrize("who", [None, "gesa", "mia"])
def test_nobody_else_puts_places(functional, desks, house, who):
    place = {"x": 1, "y": 2, "width": 30, "height": 20}
    answer = patch(functional, house, who, {"places": {desks[0].UID(): place}})
    assert answer.status_code in (401, 403)
    transaction.begin()
    assert plan_of(functional["portal"]["haus"]) is None
