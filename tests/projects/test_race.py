"""Partners over two machines on one database: a project is asked about one change at a time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from kommunalhub.core import formatting
from machines import person

import json
import pytest


pytest.importorskip("relstorage.storage", reason="needs the extra postgresql")

TODAY = formatting.to_local(formatting.now()).date()
PROJECT = {
    "@type": "Project",
    "title": "Bänke zum Mitfahren",
    "goal": "Zwölf Bänke.",
    "gain": "Man kommt auch ohne Bus zum Einkaufen.",
    "theme_fields": ["mobility"],
    "partners": ["lensahn"],
    "budget": "18000.00",
    "own_share": "9000.00",
    "start": TODAY.isoformat(),
    "end": (TODAY + timedelta(days=200)).isoformat(),
}
MILESTONE = {"kind": "milestone", "title": "Bänke stehen", "partner": "malente"}
TRIES, AT_ONCE = 8, 8


class House:
    """Two servers, the lead of a project and who is asked."""

    def __init__(self, machines, one, two):
        self.servers = (one, two)
        manager = machines.manager(one)
        self.lead = person(one, manager, "project-lead", "malente-editors")
        self.reviewers = {
            name: person(one, manager, f"project-{name}", f"{name}-reviewers")
            for name in ("malente", "lensahn", "oldenburg", "dataport")
        }

    def ask(self, who, method, path, body, expected):
        status, text = self.servers[0].request(method, path, body, who, 120)
        assert status == expected, text
        return json.loads(text) if text else None

    def together(self, calls):
        """Ask many things at once, by both machines in turn: [(who, path, body)] -> statuses."""

        def post(asked):
            number, (who, path, body) = asked
            return self.servers[number % 2].request("POST", path, body, who, 120)[0]

        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(post, enumerate(calls)))

    def running(self):
        """Return the path of a project of Malente and Lensahn that goes on."""
        path = self.ask(self.lead, "POST", "/projekte", PROJECT, 201)["@id"].partition("/hub")[2]
        planned = (TODAY + timedelta(days=60)).isoformat()
        self.ask(self.lead, "POST", f"{path}/@records", {**MILESTONE, "planned": planned}, 201)
        self.ask(self.lead, "POST", f"{path}/@workflow/propose", {}, 200)
        for name in ("malente", "lensahn"):
            self.ask(self.reviewers[name], "POST", f"{path}/@consents", {"vote": "approve"}, 200)
        self.ask(self.lead, "POST", f"{path}/@workflow/start", {}, 200)
        return path


@pytest.fixture(scope="module")
def house(racing):
    return racing(House)


def parties(*others):
    items = [{"partner": one, "role": "partner", "does": ""} for one in others]
    return {"items": items, "reason": f"Es sollen teilnehmen: {', '.join(others)}."}


def test_of_several_who_ask_for_other_partners_one_is_asked_about(house):
    path = house.running()
    wishes = (parties("lensahn", "oldenburg"), parties("dataport"))
    statuses = house.together(
        [(house.lead, f"{path}/@partner-roles", wishes[n // 2 % 2]) for n in range(TRIES)]
    )
    assert sorted(statuses) == [200] + [400] * (TRIES - 1)
    asked = {
        row["party"] for row in house.ask(house.lead, "GET", f"{path}/@consents", {}, 200)["rows"]
    }
    assert asked in ({"malente", "lensahn", "oldenburg"}, {"malente", "lensahn", "dataport"})
    votes = [(house.reviewers[one], f"{path}/@consents", {"vote": "approve"}) for one in asked]
    assert house.together(votes) == [200] * 3
    for server in house.servers:
        status, text = server.request("GET", f"{path}/@partner-roles", {}, house.lead)
        found = {one["partner"] for one in json.loads(text)["items"]}
        joined = asked if "oldenburg" in asked else {"malente", "dataport"}
        assert (status, found) == (200, joined)
    assert house.ask(house.lead, "GET", path, {}, 200)["review_state"] == "running"
