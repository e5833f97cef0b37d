"""Two of support, and two mail servers, over two machines on one database: one is told."""

from concurrent.futures import ThreadPoolExecutor
from kommunalhub.site.commandline import DONE
from machines import person
from processes import PROGRAM

import json
import pytest
import subprocess


pytest.importorskip("relstorage.storage", reason="needs the extra postgresql")

ROUNDS = 6
MAIL = """From: Mia <mia@example.org>
To: support@hub.example.org
Subject: Scanner blinkt
Message-ID: <doppelt@mail.example>

Moin, der Scanner blinkt rot.
"""


class House:
    """Two servers, two agents, one each, and somebody who reports."""

    def __init__(self, machines, one, two):
        self.machines, self.servers = machines, (one, two)
        manager = machines.manager(one)
        self.agents = [person(one, manager, name, "hub-support") for name in ("sven", "svea")]
        self.mia = person(one, manager, "mia", "malente-staff")

    def report(self, title):
        """Return {path, UID} of a new ticket."""
        body = {"@type": "SupportTicket", "title": title}
        status, text = self.servers[0].request("POST", "/support", body, self.mia)
        assert status == 201, text
        made = json.loads(text)
        return {"path": made["@id"].partition("/hub")[2], "UID": made["UID"]}

    def both(self, path, bodies):
        """Let each agent send something to their server at once; return [(status, answer)]."""

        def ask(number):
            server, agent = self.servers[number], self.agents[number]
            status, text = server.request("POST", path, bodies[number], agent, 120)
            return status, json.loads(text)

        with ThreadPoolExecutor(2) as pool:
            return list(pool.map(ask, range(2)))

    def read(self, path):
        """Return what both servers answer, which is the same."""
        found = []
        for server, agent in zip(self.servers, self.agents, strict=True):
            status, text = server.request(
                "GET", path, headers={**agent, "Accept": "application/json"}
            )
            assert status == 200, text
            found.append(json.loads(text.replace(server.url, "")))
        assert found[0] == found[1]
        return found[0]

    def mail_in(self, name):
        """Hand a mail to a machine, as its mail server does; return (exit code, what is said)."""
        command = [PROGRAM, "mail-in", "--ini", self.machines.inis[name]]
        done = subprocess.run(command, input=MAIL, capture_output=True, text=True, timeout=120)
        return done.returncode, done.stdout.split()


@pytest.fixture(scope="module")
def house(racing):
    return racing(House)


def test_of_two_who_take_a_ticket_at_once_one_is_told(house):
    for number in range(ROUNDS):
        ticket = house.report(f"Drucker {number}")
        seen = {ticket["UID"]: {"state": "new", "assigned": ""}}
        body = {"uids": [ticket["UID"]], "act": "take", "seen": seen}
        answers = house.both("/support/@tickets", [body, body])
        results = [answer["results"][0] for _status, answer in answers]
        assert sorted(result["done"] for result in results) == [False, True]
        winner = ("sven", "svea")[[result["done"] for result in results].index(True)]
        assert [bool(result.get("error")) for result in results].count(True) == 1
        [item] = [one for one in house.read("/support/@tickets")["items"] if one["UID"] in seen]
        assert item["assigned"] == winner


def test_of_two_who_answer_at_once_one_is_told(house):
    for number in range(ROUNDS):
        path = f"{house.report(f'Maus {number}')['path']}/@conversation"
        heard = 1
        bodies = [
            {"kind": "message", "text": f"Moin, hier {name}.", "heard": heard}
            for name in ("Sven", "Svea")
        ]
        answers = house.both(path, bodies)
        assert sorted(status for status, _answer in answers) == [201, 409]
        assert len(house.read(path)["entries"]) == 1


def test_the_same_mail_at_both_machines_is_one_article(house):
    before = house.read("/support/@tickets")["items_total"]
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(house.mail_in, ("one", "two")))
    assert [code for code, _said in outcomes] == [DONE, DONE]
    assert sorted(said[0] for _code, said in outcomes) == ["article", "twice"]
    found = house.read("/support/@tickets")
    assert found["items_total"] == before + 1
    assert sum(item["title"] == "Scanner blinkt" for item in found["items"]) == 1
