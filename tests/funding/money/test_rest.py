"""The money of an application over REST: each verb, each refusal, who may."""

import json
import pytest


ASKED = {"day": "2026-10-01", "amount": "30000.00", "due": "40000.00"}
PAID = {
    "invoice": "RE-2026-17",
    "paid_on": "2026-10-20",
    "payee": "Dachdeckerei Muster",
    "gross": "40000.00",
    "item": "Dach",
}
PROOF = {
    "kind": "regular",
    "day": "2026-11-03",
    "report": "Das Dach ist dicht.",
    "confirmed": True,
}
THING = {
    "title": "Wärmebildkamera",
    "bought_on": "2026-10-05",
    "price": 890,
    "place": "Feuerwache",
}
EDITOR = "malente-redaktion"


@pytest.fixture
def rest(client, path):
    """Return rest(method, service, body=None, who=EDITOR) -> (status, JSON)."""

    def rest(method, service, body=None, who=EDITOR):
        answer = client(who).request(method, f"{path}/{service}", json=body)
        return answer.status_code, json.loads(answer.text or "null")

    return rest


def fields(found):
    return [error["field"] for error in found["errors"]]


def test_the_whole_way(rest):
    status, row = rest("POST", "@drawdowns/1", ASKED)
    assert (status, row["asked"], row["received"]) == (201, "30000.00", None)
    assert row["@id"].endswith("/@drawdowns/1/1")
    status, found = rest("POST", "@drawdowns/1", ASKED | {"amount": "0.01"})
    assert (status, fields(found)) == (400, ["amount"])
    came = {"received": {"day": "2026-10-12", "amount": "30000"}}
    assert rest("PATCH", "@drawdowns/1/1", came)[0] == 200
    back = {"paid_back": {"day": "2026-11-01", "amount": "1000", "comment": "zu viel"}}
    assert rest("POST", "@drawdowns/1", back)[0] == 201
    status, found = rest("GET", "@drawdowns/1", who="malente-mitarbeit")
    sums = [found[name] for name in ("granted", "received", "left", "paid_back")]
    assert sums == ["90000.00", "30000.00", "60000.00", "1000.00"]
    assert "by" not in found["items"][0]

    assert rest("POST", "@vouchers/1", PAID)[0] == 201
    status, row = rest("PATCH", "@vouchers/1/1", {"gross": "41000"})
    assert (status, row["gross"], row["payee"]) == (200, "41000.00", "Dachdeckerei Muster")
    status, found = rest("PATCH", "@vouchers/1/1", {"gross": "39999.99"})
    assert (status, fields(found)) == (400, ["gross"])
    status, found = rest("PATCH", "@vouchers/1/1", {"gross": "100", "eligible": "100.01"})
    assert (status, fields(found)) == (400, ["eligible"])
    assert rest("POST", "@vouchers/1", PAID | {"invoice": "2"})[0] == 201
    assert rest("DELETE", "@vouchers/1/2")[0] == 204
    assert rest("GET", "@vouchers/1")[1]["eligible"] == "40000.00"

    status, found = rest("GET", "@proof/1")
    assert (found["figures"]["result"], found["settled"]) == ("30000.00", False)
    status, found = rest("POST", "@proof/1", PROOF | {"confirmed": False})
    assert (status, fields(found)) == (400, ["confirmed"])
    assert rest("POST", "@proof/1", PROOF)[0] == 201
    assert rest("DELETE", "@vouchers/1/1")[0] == 400
    assert rest("PATCH", "@proof/1/1", {"taken_back": "Ein Beleg fehlt."})[0] == 200
    assert rest("POST", "@proof/1", PROOF)[0] == 201
    accepted = {"result": {"state": "accepted", "day": "2026-11-10"}}
    status, row = rest("PATCH", "@proof/1/2", accepted)
    assert (status, row["result"]["state"]) == (200, "accepted")
    assert rest("GET", "@proof/1")[1]["settled"] is True

    status, row = rest("POST", "@inventory/1", THING)
    assert (status, row["until"]) == (201, "2036-10-05")
    assert rest("PATCH", "@inventory/1/1", {"place": "Rathaus"})[1]["place"] == "Rathaus"
    gone = {"disposed": {"day": "2026-11-01", "comment": "Gestohlen"}}
    status, found = rest("PATCH", "@inventory/1/1", gone)
    assert (status, fields(found)) == (400, ["anyway"])
    gone["disposed"]["anyway"] = True
    assert rest("PATCH", "@inventory/1/1", gone)[0] == 200


def test_what_is_dropped(rest):
    rest("POST", "@drawdowns/1", ASKED)
    assert rest("PATCH", "@drawdowns/1/1", {"dropped": ""})[0] == 400
    assert rest("PATCH", "@drawdowns/1/1", {"dropped": 5})[0] == 400
    assert rest("PATCH", "@drawdowns/1/1", {"dropped": "Falsch"})[0] == 200


@pytest.mark.parametrize("name", ["@drawdowns", "@vouchers", "@proof", "@inventory"])
def test_nonsense_is_refused_and_nothing_is_written(rest, name):
    for body in ({}, {"day": 5, "amount": {}, "gross": [], "kind": None}, {"paid_back": 1}):
        assert rest("POST", f"{name}/1", body)[0] == 400
    for address in ("2", "1/1", "x", "0", "1/1/1", ""):
        assert rest("GET", f"{name}/{address}")[0] == 404
        assert rest("PATCH", f"{name}/{address}", {})[0] in (404, 405)
    assert rest("POST", f"{name}/1/1", {})[0] == 404
    assert rest("GET", f"{name}/1")[1]["items"] == []


@pytest.mark.parametrize("name", ["@drawdowns", "@vouchers", "@proof", "@inventory"])
def test_who_reads_and_who_writes(rest, name):
    for who, reads, writes in (
        ("malente-redaktion", True, True),
        ("berater", True, True),
        ("hubleitung", True, True),
        ("malente-mitarbeit", True, False),
        ("malente-pruefung", True, False),
        ("lensahn-redaktion", False, False),
        ("gruenderin", False, False),
        (None, False, False),
    ):
        status = rest("GET", f"{name}/1", who=who)[0]
        assert (status == 200) is reads, (who, status)
        status = rest("POST", f"{name}/1", {}, who=who)[0]
        assert (status == 400) is writes, (who, status)
        assert status in (400, 401, 403, 404)
