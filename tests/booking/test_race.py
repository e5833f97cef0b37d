"""Many people want one time, over two machines on one database: exactly one gets it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from datetime import timedelta
from kommunalhub.core import formatting
from machines import PASSWORD
from machines import person
from moments import BERLIN

import json
import pytest
import time


pytest.importorskip("relstorage.storage", reason="needs the extra postgresql")

TRIES, AT_ONCE = 50, 10
#: A Thursday of the next June that is no holiday, whenever the tests run.
DAY = datetime(formatting.now().year + 1, 6, 9, tzinfo=BERLIN)
DAY += timedelta(days=(3 - DAY.weekday()) % 7)


class House:
    """Two servers, people who are signed in, and what they try."""

    def __init__(self, machines, one, two):
        self.servers = (one, two)
        self.manager = machines.manager(one)
        self.publisher = person(one, self.manager, "hilde", "hub-managers")
        self.people = [
            person(one, self.manager, f"person{number}", "malente-staff") for number in range(4)
        ]

    def space(self, title, **fields):
        """Make a public space that is open round the clock; return its path."""
        one = self.servers[0]
        body = {"@type": "Space", "title": title, "kind": "desk", "seats": 1, "horizon": 366}
        body |= {"opening": "täglich 0–24", "bookable_by": ["staff"], "quota_unit": "hours"}
        status, text = one.request("POST", "/co-working", body | fields, self.manager)
        assert status == 201, text
        path, uid = json.loads(text)["@id"].partition("/hub")[2], json.loads(text)["UID"]
        status, text = one.request("POST", f"{path}/@workflow/publish", {}, self.publisher)
        assert status == 200, text
        return path, uid

    def together(self, wishes):
        """Ask for all wishes (number of the person, path, first hour, hours) at once."""

        def ask(number):
            who, path, first, hours = wishes[number]
            body = {"start": moment(first), "end": moment(first + hours)}
            server = self.servers[number % 2]
            return server.request("POST", f"{path}/@bookings", body, self.people[who], 120)

        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(ask, range(len(wishes))))

    def booked(self, path):
        """Return what stands in the calendar of a space, as each of the servers sees it."""
        query = f"?from={moment(0)}&to={moment(72)}".replace("+", "%2B")
        found = []
        for server in self.servers:
            status, text = server.request("GET", f"{path}/@bookings{query}", {}, self.manager)
            assert status == 200, text
            found.append([(i["start"], i["end"]) for i in json.loads(text)["items"]])
        assert found[0] == found[1]
        return found[0]


def moment(hour):
    return datetime.fromtimestamp(DAY.timestamp() + hour * 3600, BERLIN).isoformat()


@pytest.fixture(scope="module")
def house(racing):
    return racing(House)


def statuses(answers):
    return sorted(status for status, _text in answers)


def test_of_fifty_at_once_one_books_the_time(house):  # LibreBooking #147
    path, _uid = house.space("Schreibtisch 1")
    answers = house.together([(n % 4, path, 9, 3) for n in range(TRIES)])
    assert statuses(answers) == [201] + [409] * (TRIES - 1)
    assert len(house.booked(path)) == 1
    assert all("alternatives" in json.loads(text) for status, text in answers if status == 409)


def test_the_whole_and_its_parts_are_not_given_both(house):
    whole, uid = house.space("Halle", kind="hall")
    left, _uid = house.space("Hälfte", kind="hall", part_of=uid)
    for hour in range(9, 15):
        wishes = [(n % 4, (whole, left)[n % 2], hour, 1) for n in range(8)]
        assert statuses(house.together(wishes)) == [201] + [409] * 7
    assert house.booked(whole) == house.booked(left)
    assert len(house.booked(whole)) == 6


def test_a_quota_holds_however_many_ask_at_once(house):
    spaces = [house.space(f"Raum {n}", kind="meeting", person_quota=3)[0] for n in range(4)]
    answers = house.together([(0, spaces[n % 4], 8 + n // 4, 1) for n in range(16)])
    assert statuses(answers) == [201] * 3 + [400] * 13


def test_overlapping_wishes_of_any_length_never_overlap(house):
    path, _uid = house.space("Schreibtisch 2")
    answers = house.together([(n % 4, path, 8 + n % 7, 1 + n % 3) for n in range(TRIES)])
    assert set(statuses(answers)) == {201, 409}
    booked = house.booked(path)
    assert len(booked) == statuses(answers).count(201)
    assert all(one[1] <= other[0] for one, other in zip(booked, booked[1:], strict=False))


def test_different_spaces_do_not_wait_for_each_other(house):
    paths = [house.space(f"Platz {n}", kind="device")[0] for n in range(4)]
    begun = time.monotonic()
    answers = house.together([(n % 4, paths[n % 4], n // 4, 1) for n in range(48)])
    assert statuses(answers) == [201] * 48
    assert time.monotonic() - begun < 120


def test_what_was_acknowledged_is_there_for_who_signs_in_again(house):
    path, _uid = house.space("Schreibtisch 3")
    assert statuses(house.together([(1, path, 9, 1)])) == [201]
    server = house.servers[1]
    token = server.sign_in("person1", PASSWORD)[1]
    status, text = server.request("GET", f"{path}/@bookings?from={moment(0)[:19]}", {}, token)
    assert status == 200
    assert [i["state"] for i in json.loads(text)["items"]] == ["mine"]


def application(number, uid):
    """An application of staff for a fixed place on all working days of a month."""
    return {
        "@type": "CoworkingApplication",
        "applicant_kind": "administration",
        "organisation": "Gemeinde Malente",
        "contact_name": f"Person {number}",
        "contact_email": f"person{number}@example.org",
        "space_kind": "desk",
        "persons": 1,
        "start": DAY.date().isoformat(),
        "end": (DAY + timedelta(days=30)).date().isoformat(),
        "weekdays": ["mon", "tue", "wed", "thu", "fri"],
        "fixed_space": uid,
        "purpose": "Ein fester Platz.",
        "house_rules": True,
        "privacy": True,
    }


def test_of_four_approvals_at_once_one_gets_the_desk(house):
    path, uid = house.space("Schreibtisch 4")
    one = house.servers[0]
    reviewer = person(one, house.manager, "otto", "oldenburg-reviewers")
    cases = []
    for number, token in enumerate(house.people):
        body = application(number, uid)
        status, text = one.request("POST", "/co-working/antraege", body, token)
        assert status == 201, text
        case = json.loads(text)["@id"].partition("/hub")[2]
        status, text = one.request("POST", f"{case}/@workflow/submit", {}, token)
        assert status == 200, text
        cases.append(case)

    def approve(number):
        server = house.servers[number % 2]
        return server.request("POST", f"{cases[number]}/@workflow/approve", {}, reviewer, 120)

    with ThreadPoolExecutor(len(cases)) as pool:
        answers = list(pool.map(approve, range(len(cases))))
    assert statuses(answers) == [200, 403, 403, 403], answers
    assert len(house.booked(path)) == 1
