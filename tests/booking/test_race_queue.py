"""Series, waiting lists and requests over two machines on one database; one of them is killed."""

from booking.test_race import DAY
from booking.test_race import House
from booking.test_race import moment
from booking.test_race import statuses
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from datetime import timedelta
from machines import person
from races import PAIR
from urllib.error import URLError

import json
import pytest


pytest.importorskip("relstorage.storage", reason="needs the extra postgresql")


@pytest.fixture(scope="module")
def house(racing):
    return racing(House)


def at_once(house, wishes):
    """Ask for all wishes (number of the person, method, path, body) at once, by both machines."""

    def ask(number):
        who, method, path, body = wishes[number]
        headers = who if isinstance(who, dict) else house.people[who]
        return house.servers[number % 2].request(method, path, body or {}, headers, 120)

    with ThreadPoolExecutor(len(wishes)) as pool:
        return list(pool.map(ask, range(len(wishes))))


def ask(house, who, method, path, body=None):
    status, text = house.servers[0].request(method, path, body or {}, house.people[who], 120)
    return status, json.loads(text) if text else None


def span(first, hours):
    return {"start": moment(first), "end": moment(first + hours)}


def books(path, first, hours, **more):
    return ("POST", f"{path}/@bookings", {**span(first, hours), **more})


def series(path, first, last, **more):
    """Every day of four from DAY on, by the clock on the wall."""
    until = DAY.date() + timedelta(days=3)
    body = {"first": DAY.date().isoformat(), "until": until.isoformat(), "step": "days"}
    body |= {"start": f"{first}:00", "end": f"{last}:00", "conflicts": "abort"}
    return ("POST", f"{path}/@booking-series", body | more)


def test_series_against_single_bookings(house):
    path, _uid = house.space("Raum A", kind="meeting")
    wishes = [(0, *series(path, 9, 11)), (1, *series(path, 10, 12))]
    wishes += [(2 + n % 2, *books(path, 8 + n, 1)) for n in range(4)]
    answers = at_once(house, wishes)
    assert set(statuses(answers)) <= {201, 409}, answers
    made = [json.loads(text) for status, text in answers if status == 201]
    spans = [(i["start"], i["end"]) for m in made for i in m.get("items", [m])]
    query = f"?from={moment(0)}&to={moment(24 * 5)}".replace("+", "%2B")
    _status, seen = ask(house, 0, "GET", f"{path}/@bookings{query}")
    booked = sorted((i["start"], i["end"]) for i in seen["items"])
    assert booked == sorted(spans)
    assert all(one[1] <= other[0] for one, other in zip(booked, booked[1:], strict=False))
    # a series is booked whole or not at all: two days of it and no Saturday
    assert all(len(m["items"]) == 2 for m in made if "items" in m)


def test_of_two_series_at_once_one_is_booked(house):
    path, _uid = house.space("Raum B", kind="meeting")
    answers = at_once(house, [(n % 4, *series(path, 9, 12)) for n in range(6)])
    assert statuses(answers) == [201] + [409] * 5, answers
    assert len(house.booked(path)) == 2


def test_what_is_given_back_goes_to_who_waited_however_many_try(house):
    path, _uid = house.space("Raum C", kind="meeting")
    _status, made = ask(house, 0, *books(path, 9, 3))
    _status, first = ask(house, 1, *books(path, 9, 3, wait=True))
    _status, second = ask(house, 2, *books(path, 9, 3, wait=True))
    assert (first["position"], second["position"]) == (1, 2)
    own = made["@id"].partition("/hub")[2]
    wishes = [(0, "DELETE", own, None)] + [(3, *books(path, 9, 3)) for _n in range(7)]
    answers = at_once(house, wishes)
    assert statuses(answers) == [204] + [409] * 7, answers
    states = [
        ask(house, who, "GET", one["@id"].partition("/hub")[2])[1]["state"]
        for who, one in ((1, first), (2, second))
    ]
    assert states == ["offered", "waiting"]


def test_to_begin_to_wait_while_it_is_given_back_leaves_nobody_waiting_for_what_is_free(house):
    path, _uid = house.space("Raum D", kind="meeting")
    for hour in range(6, 14):
        _status, made = ask(house, 0, *books(path, hour, 1))
        own = made["@id"].partition("/hub")[2]
        answers = at_once(house, [(0, "DELETE", own, None), (1, *books(path, hour, 1, wait=True))])
        assert answers[0][0] == 204
        status, text = answers[1]
        assert status == 201, text
        address = json.loads(text)["@id"].partition("/hub")[2]
        _status, now = ask(house, 1, "GET", address)
        assert now["state"] in ("confirmed", "offered"), now


def test_an_offer_is_taken_or_left_never_both(house):
    path, _uid = house.space("Raum E", kind="meeting")
    for hour in range(6, 12):
        _status, made = ask(house, 0, *books(path, hour, 1))
        _status, first = ask(house, 1, *books(path, hour, 1, wait=True))
        _status, second = ask(house, 2, *books(path, hour, 1, wait=True))
        own, one, two = (x["@id"].partition("/hub")[2] for x in (made, first, second))
        assert ask(house, 0, "DELETE", own)[0] == 204
        # its holder takes it and the hub management takes it away, at the same moment
        wishes = [
            (1, "PATCH", one, {"accept": True}),
            (house.publisher, "DELETE", one, None),
            (1, "PATCH", one, {"accept": True}),
            (3, *books(path, hour, 1)),
        ]
        answers = at_once(house, wishes)
        assert {status for status, _text in answers} <= {200, 204, 400, 409}, answers
        states = [ask(house, who, "GET", x)[1]["state"] for who, x in ((1, one), (2, two))]
        assert states in (["cancelled", "offered"], ["confirmed", "waiting"]), answers
    assert len(house.booked(path)) == 6


def test_of_two_reviewers_at_once_one_decides_and_the_other_is_told(house):
    one = house.servers[0]
    names = ("olaf", "oskar")
    reviewers = [person(one, house.manager, name, "oldenburg-reviewers") for name in names]
    path, _uid = house.space("Raum F", kind="meeting", bookable_by=[], on_request=["staff"])
    acts = [("approve", {}), ("reject", {"comment": "Der Raum wird gestrichen."})]
    for hour in range(6, 10):
        status, made = ask(house, 0, *books(path, hour, 1))
        assert (status, made["state"]) == (201, "asked"), made
        for server, reviewer in zip(house.servers, reviewers, strict=True):
            inbox = json.loads(server.request("GET", "/@inbox", {}, reviewer, 120)[1])
            waits = [item["@id"].partition("/hub")[2] for item in inbox["items"]]
            [case] = [path for path in waits if "/anfragen/" in path]
        wishes = [
            (reviewers[n % 2], "POST", f"{case}/@workflow/{act}", body)
            for n, (act, body) in enumerate(acts[hour % 2 :] + acts[: hour % 2])
        ]
        answers = at_once(house, wishes)
        assert statuses(answers) == [200, 409], answers
        told = {status: json.loads(text) for status, text in answers}
        assert told[409]["decided"]["action"] == told[200]["action"]
        stands = json.loads(one.request("GET", case, {}, reviewers[0])[1])["review_state"]
        own = ask(house, 0, "GET", made["@id"].partition("/hub")[2])[1]["state"]
        assert stands == told[200]["review_state"]
        assert own == {"approved": "confirmed", "rejected": "refused"}[stands]


def test_an_offer_is_taken_or_ends_by_tick_never_both(house):
    spaces = sorted(
        (house.space(f"Raum T{n}", kind="meeting") for n in range(4)), key=lambda one: one[1]
    )
    offers = []
    for path, _uid in spaces:
        for hour in range(6, 9):
            _status, made = ask(house, 0, *books(path, hour, 1))
            waits = [ask(house, who, *books(path, hour, 1, wait=True))[1] for who in (1, 2)]
            own, *both = (one["@id"].partition("/hub")[2] for one in (made, *waits))
            assert ask(house, 0, "DELETE", own)[0] == 204
            offers.append(both)
    # nine hours later all of these offers are over, for the job; whoever accepts is in time
    tick = PAIR.machines.tick("three", later=9 * 3600)
    while ask(house, 1, "GET", offers[0][0])[1]["state"] == "offered" and tick.poll() is None:
        pass  # jobs take the spaces in this order: now it is at work
    answers = at_once(house, [(1, "PATCH", first, {"accept": True}) for first, _next in offers])
    output, _errors = tick.communicate(timeout=240)
    assert tick.returncode == 0, output
    for (status, text), (first, following) in zip(answers, offers, strict=True):
        states = [ask(house, who, "GET", x)[1]["state"] for who, x in ((1, first), (2, following))]
        assert status in (200, 400), text
        assert states == (["confirmed", "waiting"] if status == 200 else ["lapsed", "offered"])
    assert 400 in statuses(answers), output


def test_a_killed_server_loses_nothing_that_was_acknowledged(house):
    """A third server dies while people book; the others have all that was answered."""
    two = house.servers[1]
    with PAIR.machines.serve("one") as one:
        path, _uid = house.space("Raum G", kind="meeting")
        acknowledged = []

        def work(number):
            body = {"start": moment(number / 2), "end": moment((number + 1) / 2)}
            try:
                who = house.people[number % 4]
                status, text = one.request("POST", f"{path}/@bookings", body, who)
            except (URLError, ConnectionError, OSError, TimeoutError):
                return
            if status == 201:
                acknowledged.append((json.loads(text)["start"], json.loads(text)["end"]))
            if len(acknowledged) == 12:
                one.kill()

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(work, range(48)))
        assert 12 <= len(acknowledged) < 48
        query = f"?from={moment(0)}&to={moment(30)}".replace("+", "%2B")
        status, text = two.request("GET", f"{path}/@bookings{query}", {}, house.people[0], 120)
        assert status == 200, text
        booked = sorted((i["start"], i["end"]) for i in json.loads(text)["items"])
        assert set(acknowledged) <= set(booked)
        assert all(a[1] <= b[0] for a, b in zip(booked, booked[1:], strict=False))
        # the ledger is whole: each taken time is refused, and what is free can be booked
        free = [n for n in range(48) if (moment(n / 2)) not in {b[0] for b in normalised(booked)}]
        body = {"start": moment(free[0] / 2), "end": moment((free[0] + 1) / 2)}
        assert two.request("POST", f"{path}/@bookings", body, house.people[0])[0] == 201
        taken = booked[0]
        body = {"start": taken[0], "end": taken[1]}
        assert two.request("POST", f"{path}/@bookings", body, house.people[1])[0] == 409


def normalised(booked):
    """Return the times as `moment` writes them."""
    return [
        tuple(datetime.fromisoformat(t).astimezone(DAY.tzinfo).isoformat() for t in one)
        for one in booked
    ]
