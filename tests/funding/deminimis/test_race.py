"""Clerks grant at once, over two machines: the ceiling holds, for linked ones together."""

from concurrent.futures import ThreadPoolExecutor
from kommunalhub.core import formatting
from machines import person
from machines import two_machines

import json
import pytest


pytest.importorskip("relstorage.storage", reason="needs the extra postgresql")

SERVICE = "/foerderung/@de-minimis"
AID = {
    "day": formatting.to_local(formatting.now()).date().isoformat(),
    "amount": "100000",
    "regulation": "general",
    "authority": "Gemeinde Malente",
}
TRIES = 16


def test_the_ceiling_holds_however_many_grant_at_once(tmp_path_factory):
    with (
        two_machines(tmp_path_factory.mktemp("machines")) as machines,
        machines.serve("one") as one,
        machines.serve("two") as two,
    ):
        manager = machines.manager(one)
        clerks = [person(one, manager, f"clerk{n}", "hub-consultants") for n in range(2)]

        def post(number, path, body):
            return (one, two)[number % 2].request(
                "POST", f"{SERVICE}{path}", body, clerks[number % 2], 120
            )

        for name in ("Werft", "Segelschule"):
            status, text = post(0, "", {"name": name})
            assert status == 201, text
        status, text = one.request("PATCH", f"{SERVICE}/1", {"link": 2}, clerks[0])
        assert status == 204, text

        def grant(number):
            return post(number, f"/{1 + number % 2}", AID)

        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(grant, range(TRIES)))
        assert sorted(status for status, _ in answers) == [201] * 3 + [409] * (TRIES - 3)
        status, text = two.request("GET", f"{SERVICE}/1", {}, clerks[1])
        assert status == 200
        found = json.loads(text)
        assert found["linked"] == [2]
        assert found["ceilings"]["general"]["free"] == "0"
