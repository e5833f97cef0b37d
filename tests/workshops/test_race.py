"""The rush: two hundred people want thirty seats at once, over two machines on one database."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from datetime import timedelta
from kommunalhub.core import formatting
from machines import person
from moments import BERLIN

import json
import pytest
import time


pytest.importorskip("relstorage.storage", reason="needs the extra postgresql")

PEOPLE, SEATS, AT_ONCE = 200, 30, 12
START = datetime(formatting.now().year + 1, 6, 9, 9, tzinfo=BERLIN)


class House:
    """Two servers and those who look after a workshop."""

    def __init__(self, machines, one, two):
        self.servers = (one, two)
        self.manager = machines.manager(one)
        self.trainer = person(one, self.manager, "trude", "hub-trainers")
        self.staff = [person(one, self.manager, f"amt{n}", "lensahn-staff") for n in range(4)]
        self.reviewer = person(one, self.manager, "rita", "malente-reviewers")

    def ask(self, number, method, path, data, who):
        """Ask one of the servers; return (status, JSON)."""
        server = self.servers[number % 2]
        headers = {**who, "Accept": "application/json"}
        status, text = server.request(method, path, data, headers, 120)
        return status, json.loads(text) if text else {}

    def workshop(self, **fields):
        """Return the path of a published workshop."""
        body = {"@type": "Workshop", "title": "Andrang", "partner": "malente", **fields}
        body |= {"start": START.isoformat(), "end": (START + timedelta(hours=3)).isoformat()}
        status, made = self.ask(0, "POST", "/workshops", body, self.trainer)
        assert status == 201, made
        path = made["@id"].partition("/hub")[2]
        for step, who in (("submit", self.trainer), ("publish", self.reviewer)):
            status, answer = self.ask(0, "POST", f"{path}/@workflow/{step}", {}, who)
            assert status == 200, answer
        return path

    def together(self, calls):
        """Make all calls (method, path, data, who) at once; return [(status, JSON)], seconds."""
        slowest = []

        def call(number):
            begun = time.monotonic()
            answer = self.ask(number, *calls[number])
            slowest.append(time.monotonic() - begun)
            return answer

        with ThreadPoolExecutor(AT_ONCE) as pool:
            found = list(pool.map(call, range(len(calls))))
        return found, max(slowest)

    def list_of(self, path):
        """Return all registrations, as both servers know them."""
        found = [self.ask(n, "GET", f"{path}/@registrations", None, self.trainer) for n in (0, 1)]
        items = [answer["items"] for _status, answer in found]
        assert items[0] == items[1]
        return items[0]


@pytest.fixture(scope="module")
def house(racing):
    return racing(House)


def test_the_rush_fills_the_seats_and_keeps_the_order(house):
    path = house.workshop(capacity=SEATS)
    calls = [
        (
            "POST",
            f"{path}/@registrations",
            {"people": [{"name": f"Person {n}", "email": f"p{n}@example.org"}]},
            house.staff[n % 4],
        )
        for n in range(PEOPLE)
    ]
    answers, _slowest = house.together(calls)
    assert [status for status, _answer in answers] == [201] * PEOPLE
    found = house.list_of(path)
    assert len(found) == PEOPLE
    assert len({one["email"] for one in found}) == PEOPLE
    states = [one["state"] for one in sorted(found, key=lambda one: one["number"])]
    assert states == ["registered"] * SEATS + ["waiting"] * (PEOPLE - SEATS)
    told = {
        answer["items"][0]["number"]: answer["items"][0]["state"] for _status, answer in answers
    }
    assert told == {one["number"]: one["state"] for one in found}


def test_one_person_in_many_windows_has_one_registration(house):
    path = house.workshop(capacity=5)
    calls = [("POST", f"{path}/@registrations", {}, house.staff[0])] * 12
    answers, _slowest = house.together(calls)
    assert sorted(status for status, _answer in answers) == [201] + [409] * 11
    assert len(house.list_of(path)) == 1


def test_giving_back_and_registering_at_once_never_goes_over(house):
    path = house.workshop(capacity=2)
    url = f"{path}/@registrations"
    house.together([("POST", url, {}, who) for who in house.staff])
    both = [("DELETE", url, None, who) for who in house.staff[:2]]
    both += [
        ("POST", url, {"people": [{"name": "Neu", "email": f"n{n}@x.org"}]}, house.staff[3])
        for n in range(6)
    ]
    answers, _slowest = house.together(both)
    assert all(status < 500 for status, _answer in answers)
    found = house.list_of(path)
    holding = [one for one in found if one["state"] in ("registered", "offered")]
    assert len(holding) == 2
    # those who waited before come before those who came in between
    offered = [one["number"] for one in found if one["state"] == "offered"]
    waiting = [one["number"] for one in found if one["state"] == "waiting"]
    assert not offered or max(offered) < min(waiting)
