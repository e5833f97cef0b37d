"""@bookings and @availability: what clients send and get."""

import pytest
import requests
import transaction


@pytest.fixture
def desk(web, house):
    desk = house.add_space(web, "Schreibtisch 1", horizon=14, equipment={"monitor"})
    house.add_space(web, "Schreibtisch 2", horizon=14)
    transaction.commit()
    return desk


@pytest.fixture
def url(functional, desk):
    base = f"http://localhost:{functional['port']}/{functional['portal'].getId()}"
    return f"{base}/haus/{desk.getId()}/@bookings"


def times(house, first=9, last=12, number=1):
    start, end = house.at(first, last, number)
    return {"start": start.isoformat(), "end": end.isoformat()}


def test_a_booking_from_beginning_to_end(url, house):
    mia = house.rest("mia")
    answer = mia.post(url, json={**times(house), "purpose": "Klausur"})
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert answer.headers["Location"] == made["@id"]
    assert (made["holder"], made["state"], made["partner"]) == ("mia", "confirmed", "malente")
    assert mia.get(made["@id"]).json() == made
    changed = mia.patch(made["@id"], json=times(house, 10, 13))
    assert changed.status_code == 200
    assert changed.json()["purpose"] == "Klausur"
    assert mia.delete(made["@id"]).status_code == 204
    assert mia.delete(made["@id"]).status_code == 400
    query = {"from": times(house, 0, 24)["start"], "to": times(house, 0, 24)["end"]}
    assert mia.get(url, params=query).json()["items"] == []


def test_taken_answers_with_what_is_free(url, house):
    assert house.rest("mia").post(url, json=times(house)).status_code == 201
    answer = house.rest("lena").post(url, json=times(house, 11, 13))
    assert answer.status_code == 409
    instead = answer.json()["alternatives"]
    titles = [one["title"] for one in instead]
    assert titles == ["Schreibtisch 2", "Schreibtisch 1", "Schreibtisch 1"]
    assert instead[0]["start"] == times(house, 11, 13)["start"]
    assert instead[1]["start"] == times(house, 12, 14)["start"]
    for one in instead:
        body = {"start": one["start"], "end": one["end"]}
        assert house.rest("lena").post(f"{one['@id']}/@bookings", json=body).status_code == 201


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, {"start", "end"}),
        ({"start": "morgen", "end": "2026-12-01"}, {"start", "end"}),
        ({"start": 5, "end": None}, {"start", "end"}),
        ({"start": "2031-03-30T02:30:00", "end": "2031-03-30T05:00:00"}, {"start"}),
        ({"start": "2031-03-03T09:00:00", "end": "2031-03-03T10:00:00"}, {"start"}),
        ({"start": "2031-03-03T10:00:00", "end": "2031-03-03T09:00:00"}, {"end"}),
        ({"start": "2031-03-03T09:00:00", "end": "2031-03-03T10:00:00", "room": 1}, {"room"}),
    ],
)
def test_what_does_not_fit_is_told_at_its_field(url, house, body, fields):
    answer = house.rest("mia").post(url, json=body)
    assert answer.status_code == 400
    assert {error["field"] for error in answer.json()["errors"]} == fields


def test_each_rule_is_told_in_german(url, house):
    start, end = house.at(9, 12)
    body = {"start": start.replace(year=start.year + 1).isoformat(), "end": end.isoformat()}
    body["end"] = end.replace(year=end.year + 1).isoformat()
    errors = house.rest("mia").post(url, json=body).json()["errors"]
    assert errors[0]["message"].startswith("Schreibtisch 1 ist höchstens 14 Tage im Voraus")


def test_who_may(url, house):
    body = times(house)
    assert requests.post(url, json=body, headers={"Accept": "application/json"}).status_code == 401
    refused = house.rest("gesa").post(url, json=body)
    assert refused.status_code == 403
    assert "Schreibtisch 1" in refused.json()["message"]
    made = house.rest("mia").post(url, json=body).json()
    lena = house.rest("lena")
    assert lena.patch(made["@id"], json={"purpose": "meins"}).status_code == 403
    assert lena.delete(made["@id"]).status_code == 403
    assert lena.get(made["@id"]).status_code == 404
    assert lena.post(url, json={**times(house, 13, 14), "holder": "mia"}).status_code == 403
    assert house.rest("max").get(made["@id"]).status_code == 200
    assert house.rest("hilde").delete(made["@id"]).status_code == 204
    assert house.rest("mia").delete(f"{url}/{'0' * 32}").status_code == 404


def test_outsiders_see_that_it_is_taken_and_nothing_else(url, house):
    house.rest("mia").post(url, json={**times(house), "purpose": "Geheimes Gespräch"})
    query = {"from": times(house, 0, 24)["start"], "to": times(house, 0, 24)["end"]}
    shown = {}
    for name in (None, "gesa", "lena", "max", "mia"):
        answer = house.rest(name).get(url, params=query)
        assert answer.status_code == 200
        [shown[name]] = answer.json()["items"]
    for name in (None, "gesa"):
        assert shown[name] == {**times(house), "state": "taken"}
    assert shown["lena"] == {**times(house), "state": "taken", "called": "Malente"}
    assert shown["max"]["purpose"] == "Geheimes Gespräch"
    assert (shown["max"]["state"], shown["mia"]["state"]) == ("taken", "mine")


def test_many_spaces_in_one_answer(url, house):
    house.rest("mia").post(url, json=times(house))
    folder = url.rsplit("/", 2)[0]
    query = {"from": times(house, 0, 24)["start"], "to": times(house, 0, 24)["end"]}
    answer = requests.get(
        f"{folder}/@availability", params=query, headers={"Accept": "application/json"}
    )
    assert answer.status_code == 200
    one, two = answer.json()["items"]
    assert one["free"] == [times(house, 8, 9), times(house, 12, 18)]
    assert two["free"] == [times(house, 8, 18)]
    query["equipment"] = "monitor"
    items = house.rest().get(f"{folder}/@availability", params=query).json()["items"]
    assert [item["title"] for item in items] == ["Schreibtisch 1"]
    wrong = house.rest().get(f"{folder}/@availability", params={"from": "x"})
    assert wrong.status_code == 400
    assert wrong.json()["errors"][0]["field"] == "from"


def test_what_cannot_be_set_is_told_at_its_field(functional, desk, house):
    base = f"http://localhost:{functional['port']}/{functional['portal'].getId()}"
    hilde = house.rest("hilde")
    for field, value in (
        ("opening", "immer"),
        ("closed_days", "31.2.2026"),
        ("horizon", 0),
        ("longest", 10),
        ("part_of", desk.UID()),
        ("person_quota", -1),
        ("bookable_by", ["alle"]),
    ):
        answer = hilde.patch(f"{base}/haus/{desk.getId()}", json={field: value})
        assert answer.status_code == 400, (field, answer.text)
        assert field in answer.text, (field, answer.text)
