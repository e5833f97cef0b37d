"""All fields of a programme by form and over REST, and what becomes of several calls."""

from datetime import date
from decimal import Decimal
from kommunalhub.core.acting import as_builder
from plone import api

import json
import pytest
import transaction


FOLDER = "foerderung/programme"
FIELDS = {
    "@type": "FundingProgramme",
    "title": "Zuschuss für Feuerwehrhäuser",
    "key": "feuerwehr-2027",
    "funder": "land",
    "contact_point": "Innenministerium, Referat IV 33",
    "kinds": ["grant"],
    "topics": ["feuerwehr"],
    "eligible": ["gemeinden"],
    "areas": ["sh"],
    "financing": "share",
    "rate": 50,
    "own_share": "20",
    "third_party": "own_share",
    "threshold": "15.000,00",
    "threshold_on": "costs",
    "eligible_costs": "Neubau und Umbau, kein Grunderwerb.",
    "deadline_kind": "call",
    "calls": [
        {"closes": "2026-03-31", "pot": "8500000.00", "remark": "Frühjahr"},
        {"opens": "2027-01-15", "closes": "2027-03-31"},
    ],
    "valid_from": "2026-01-01",
    "valid_until": "2028-12-31",
    "early_start": "on_request",
    "preliminary_orders": ["planning", "survey"],
    "state_aid": "dawi",
    "ancillary": ["anbest_k"],
    "checklist": [
        {"id": "bauplan", "title": "Bauplan", "required": True},
        {"id": "beschluss", "title": "Beschluss", "required": False},
    ],
    "legal_basis": "Richtlinie vom 1. Januar 2026",
    "source_url": "https://www.example.org/programm",
    "checked_on": "2026-11-01",
}


def errors_of(response):
    assert response.status_code == 400, response.text
    errors = json.loads(response.json()["message"].replace("'", '"'))
    return {error["field"]: error["message"] for error in errors}


@pytest.fixture
def made(web, client):
    response = client("berater").post(FOLDER, json=FIELDS)
    assert response.status_code == 201, response.text
    transaction.begin()
    return web["foerderung"]["programme"][response.json()["id"]]


def test_all_fields_come_back_over_rest(web, client, made):
    body = client("berater").get(f"{FOLDER}/{made.getId()}").json()
    assert body["calls"] == [
        {"opens": None, "closes": "2026-03-31", "pot": "8500000.00", "remark": "Frühjahr"},
        {"opens": "2027-01-15", "closes": "2027-03-31", "pot": None, "remark": ""},
    ]
    assert body["checklist"] == FIELDS["checklist"]
    assert body["threshold"] == "15000.00"
    assert {item["token"] for item in body["preliminary_orders"]} == {"planning", "survey"}
    assert made.checked_by == "berater"
    # What GET answers may be sent back.
    again = client("berater").patch(f"{FOLDER}/{made.getId()}", json={"calls": body["calls"]})
    assert again.status_code == 204, again.text


def test_the_next_call_decides_in_the_catalog(web, made):
    [brain] = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        funding_key="feuerwehr-2027"
    )
    assert brain.funding_facts["deadline"] == "2027-03-31"
    [again] = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        funding_closings="2026-03-31"
    )
    assert again.UID == brain.UID


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"calls": "bald"}, "calls", "Liste"),
        ({"calls": [{"opens": "2027-01-01"}]}, "calls", "Zeile 1: bitte „bis“ ausfüllen"),
        ({"calls": [{"closes": "bald"}]}, "calls", "Zeile 1"),
        ({"calls": [{"closes": "9999-01-01"}]}, "calls", "Zeile 1"),
        ({"calls": [{"closes": "2027-01-01", "pot": -1}]}, "calls", "Zeile 1"),
        ({"calls": [{"closes": "2027-01-01", "x": 1}]}, "calls", "kein „x“"),
        ({"calls": [{"closes": "2027-01-01", "opens": "2027-02-01"}]}, "calls", "beginnt"),
        ({"calls": [{"closes": "2027-01-01"}] * 61}, "calls", "60 Zeilen"),
        ({"checklist": [{"id": "a", "title": 7}]}, "checklist", "Zeile 1"),
        ({"checklist": [{"id": "a", "title": "A"}] * 2}, "checklist", "zweimal"),
        ({"key": "Groß und klein"}, "key", "kleine Buchstaben"),
        ({"valid_until": "2025-12-31"}, "valid_until", "bevor"),
        ({"deadline_kind": "rolling"}, "deadline", "leer"),
        ({"threshold": "viel"}, "threshold", "Zahl"),
        ({"financing": "geschenkt"}, "financing", ""),
        ({"preliminary_orders": ["alles"]}, "preliminary_orders", ""),
    ],
)
def test_a_wrong_value_is_told_at_its_field(web, client, change, field, words):
    errors = errors_of(client("berater").post(FOLDER, json={**FIELDS, **change}))
    assert field in errors
    assert words in errors[field]


def test_a_key_is_given_once(web, client, made):
    errors = errors_of(client("berater").post(FOLDER, json=FIELDS))
    assert errors == {"key": "Diesen Schlüssel hat schon ein anderes Programm."}
    same = client("berater").patch(f"{FOLDER}/{made.getId()}", json={"key": "feuerwehr-2027"})
    assert same.status_code == 204


def test_rows_are_typed_in_a_form(web, visit, made):
    browser = visit("berater", f"{FOLDER}/{made.getId()}/edit")
    name = "form.widgets.calls"
    assert browser.getControl(name=f"{name}.1.pot").value == "8.500.000,00"
    browser.getControl(name=f"{name}.1.closes").value = ""
    for cell in ("pot", "remark"):
        browser.getControl(name=f"{name}.1.{cell}").value = ""
    browser.getControl(name=f"{name}.3.closes").value = "2027-09-30"
    browser.getControl(name=f"{name}.3.pot").value = "viel"
    browser.getControl(name="form.widgets.checklist.3.title").value = "Fotos"
    browser.getControl(name="form.buttons.save").click()
    assert "Zeile 3: " in browser.text
    assert browser.getControl(name=f"{name}.3.pot").value == "viel"
    browser.getControl(name=f"{name}.3.pot").value = "1.000"
    browser.getControl(name="form.buttons.save").click()
    transaction.begin()
    assert [(row["closes"], row["pot"]) for row in made.calls] == [
        (date(2027, 3, 31), None),
        (date(2027, 9, 30), Decimal(1000)),
    ]
    assert [row["id"] for row in made.checklist] == ["bauplan", "beschluss", "fotos"]


def test_the_page_says_it_all(web, visit, made):
    page = visit("berater", f"{FOLDER}/{made.getId()}").text
    for text in (
        "ab 15. Januar 2027 bis 31. März 2027",
        "der nächste",
        "vorbei",
        "8.500.000,00",
        "Bagatellgrenze",
        "zuwendungsfähige Ausgaben",
        "Bauplan",
        "(falls zutreffend)",
        "ANBest-K",
        "geprüft von Bea Beratung",
    ):
        assert text in page, text


def test_who_checked_it_is_for_those_who_are_signed_in(web, visit, client, made, people):
    with as_builder(web):
        api.content.transition(made, to_state="public")
    transaction.commit()
    assert "Bea Beratung" not in visit(None, f"{FOLDER}/{made.getId()}").text
    assert "checked_by" not in client(None).get(f"{FOLDER}/{made.getId()}").json()


def test_the_list_filters_by_area_kind_and_way(web, visit, people):
    people.add_programme(web, title="Überall", areas=set(), kinds={"loan"})
    people.add_programme(web, title="Wagrien", areas={"wagrien_fehmarn"}, kinds={"grant"})
    transaction.commit()
    page = visit(None, f"{FOLDER}?area=sh").text
    assert "Überall" in page and ">Wagrien</a>" not in page
    page = visit(None, f"{FOLDER}?kind=grant").text
    assert ">Wagrien</a>" in page and ">Überall</a>" not in page
    assert ">Wagrien</a>" not in visit(None, f"{FOLDER}?when=fixed").text
