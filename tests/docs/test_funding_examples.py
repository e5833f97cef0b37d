"""Experience notes and the De-minimis ledger over REST; see test_http_examples.py."""

from datetime import datetime
from datetime import UTC
from decimal import Decimal
from docs.test_http_examples import walk  # noqa: F401
from funding import conftest as funding
from kommunalhub.core import formatting
from kommunalhub.funding.deminimis import operations
from plone import api

import transaction


CASE = {
    "title": "Dach der Feuerwache Sieversdorf",
    "goal": "Herr Ahrens, Tel. 04523 992-0, dämmt mit der Malenter Wehr das Dach.",
    "topics": {"energie"},
    "contact_name": "Rolf Ahrens",
}
NOTE = {
    "title": "Das Dach einer Feuerwache dämmen",
    "again": "Vor dem Antrag mit der Bewilligungsstelle telefonieren.",
    "pitfalls": "Der Auftrag darf erst nach dem Bescheid vergeben werden.",
}
FIRM = {"name": "Werft Heiligenhafen", "address": "Am Hafen 1, 23774 Heiligenhafen"}
AID = {
    "day": "2025-06-02",
    "amount": "250000.00",
    "regulation": "general",
    "authority": "Gemeinde Malente",
    "purpose": "Digitale Werkstatt",
}


def test_an_experience_note_over_rest(walk):  # noqa: F811
    case = funding.add_consultation(api.portal.get(), **CASE)
    funding.bring_to(case, "closed")
    transaction.commit()
    path = case.absolute_url_path().removeprefix("/plone")

    def ask(name, method, body=None):
        return walk(name, "malente-redaktion", method, f"{path}/@lesson", body)

    seen = ask("lesson", "GET").json()
    assert (seen["lesson"], seen["values"]["outcome"]) == (None, "granted")
    assert {one["field"] for one in seen["left_out"]} == {"title", "project", "helped"}
    told = ask("lesson_tells", "POST", NOTE | {"pitfalls": "In Lensahn nachfragen."})
    assert told.status_code == 400
    assert [error["field"] for error in told.json()["errors"]] == ["pitfalls"]
    made = ask("lesson_make", "POST", NOTE)
    assert (made.status_code, made.json()["title"]) == (201, NOTE["title"])
    twice = ask("lesson_twice", "POST", NOTE)
    assert (twice.status_code, twice.json()["lesson"]) == (409, made.json()["@id"])
    assert walk.differing == []


def test_the_de_minimis_ledger_over_rest(walk, monkeypatch):  # noqa: F811
    monkeypatch.setattr(formatting, "now", lambda: datetime(2026, 11, 30, 11, tzinfo=UTC))
    walk.keeps_times = True
    service = "/foerderung/@de-minimis"

    def ask(name, method, number="", body=None):
        return walk(name, "berater", method, f"{service}{number}", body)

    assert ask("deminimis_undertaking", "POST", "", FIRM).json()["number"] == 1
    transaction.begin()
    for name in ("Segelschule Heiligenhafen", "Bootsbau Heiligenhafen"):
        operations.add(name)
    transaction.commit()
    assert ask("deminimis_aid", "POST", "/1", AID).status_code == 201
    above = ask("deminimis_above", "POST", "/1", AID | {"day": "2026-11-02", "amount": "50000.01"})
    assert (above.status_code, Decimal(above.json()["free"])) == (409, 50000)
    parts = [{"undertaking": 1}, {"undertaking": 3}]
    split = {"split": parts, "day": "2026-03-02"}
    wrong = ask("deminimis_split_wrong", "PATCH", "/1", split)
    assert wrong.status_code == 400
    assert [error["field"] for error in wrong.json()["errors"]] == ["parts"]
    for part, equity in zip(parts, ("20000.00", "80000.00"), strict=True):
        part["equity"] = equity
    assert ask("deminimis_split", "PATCH", "/1", split).status_code == 204
    merge = {"merge": 2, "day": "2026-09-01"}
    assert ask("deminimis_merge", "PATCH", "/3", merge).status_code == 204
    found = ask("deminimis_ledger", "GET", "/2").json()
    assert Decimal(found["ceilings"]["general"]["used"]) == 200000
    assert [one["undertaking"] for one in found["successions"]] == [3]
    assert walk.differing == []
