"""Money over two machines on one database: neither a ceiling nor a grant is ever exceeded."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from kommunalhub.core import formatting
from machines import person

import json
import pytest


pytest.importorskip("relstorage.storage", reason="needs the extra postgresql")

TODAY = formatting.to_local(formatting.now()).date()
LEDGER = "/foerderung/@de-minimis"
AID = {
    "day": TODAY.isoformat(),
    "amount": "100000",
    "regulation": "general",
    "authority": "Gemeinde Malente",
}
TRIES, AT_ONCE = 16, 8
CASE = {
    "@type": "FundingConsultation",
    "title": "Dach der Feuerwache Sieversdorf",
    "goal": "Das Dach wird gedämmt.",
    "topics": ["energie"],
    "total_cost": "124000.00",
}
GRANTED = {
    "kind": "total",
    "day": (TODAY - timedelta(days=40)).isoformat(),
    "delivery": "post",
    "amount": "90000.00",
    "eligible_cost": "120000.00",
    "financing": "share",
}
DRAWN = {"day": TODAY.isoformat(), "amount": "20000.00", "due": "120000.00"}


class House:
    """Two servers and the people who work with them."""

    def __init__(self, machines, one, two):
        self.servers = (one, two)
        manager = machines.manager(one)
        self.clerks = [person(one, manager, f"clerk{n}", "hub-consultants") for n in range(2)]
        self.editor = person(one, manager, "editor", "malente-editors")
        self.reviewer = person(one, manager, "reviewer", "malente-reviewers")

    def ask(self, who, method, path, body, expected):
        status, text = self.servers[0].request(method, path, body, who, 120)
        assert status == expected, text
        return json.loads(text) if text else None

    def together(self, path_of, body, people, tries=TRIES):
        """Post a body many times at once, by both machines; return the statuses, sorted."""

        def post(number):
            server = self.servers[number % 2]
            who = people[number % len(people)]
            return server.request("POST", path_of(number), body, who, 120)[0]

        with ThreadPoolExecutor(AT_ONCE) as pool:
            return sorted(pool.map(post, range(tries)))

    def granted_case(self):
        """Return the path of a case of which 90,000 euros were granted."""
        folder = "/foerderung/beratungen/malente"
        case = self.ask(self.editor, "POST", folder, CASE, 201)["@id"].partition("/hub")[2]
        for who, step in (
            (self.editor, "submit"),
            (self.reviewer, "release"),
            (self.clerks[0], "take"),
        ):
            self.ask(who, "POST", f"{case}/@workflow/{step}", {}, 200)
        wish = {"programme_title": "Ortskern", "kind": "first", "amount": "90000.00"}
        self.ask(self.editor, "POST", f"{case}/@applications", wish, 201)
        filed = {"step": {"state": "filed", "day": (TODAY - timedelta(days=60)).isoformat()}}
        self.ask(self.editor, "PATCH", f"{case}/@applications/1", filed, 200)
        self.ask(self.editor, "POST", f"{case}/@notices/1", GRANTED, 201)
        return case


@pytest.fixture(scope="module")
def house(racing):
    return racing(House)


def test_the_ceiling_holds_however_many_grant_at_once(house):
    for name in ("Werft", "Segelschule"):
        house.ask(house.clerks[0], "POST", LEDGER, {"name": name}, 201)
    house.ask(house.clerks[0], "PATCH", f"{LEDGER}/1", {"link": 2}, 204)
    statuses = house.together(lambda number: f"{LEDGER}/{1 + number % 2}", AID, house.clerks)
    assert statuses == [201] * 3 + [409] * (TRIES - 3)
    found = house.ask(house.clerks[1], "GET", f"{LEDGER}/1", {}, 200)
    assert found["linked"] == [2]
    assert found["ceilings"]["general"]["free"] == "0.00"


def test_the_grant_holds_however_many_draw_at_once(house):
    case = house.granted_case()
    people = [house.editor, *house.clerks]
    statuses = house.together(lambda _number: f"{case}/@drawdowns/1", DRAWN, people)
    assert statuses == [201] * 4 + [400] * (TRIES - 4)
    for server in house.servers:
        status, text = server.request("GET", f"{case}/@drawdowns/1", {}, house.editor)
        assert status == 200, text
        found = json.loads(text)
        assert (found["committed"], found["left"]) == ("80000.00", "10000.00")
        assert sum(Decimal(row["asked"]) for row in found["items"]) == Decimal(80000)
        assert [row["@id"].rpartition("/")[2] for row in found["items"]] == ["1", "2", "3", "4"]
