"""Consultations and programmes over REST: what works, what is refused and how it is said."""

from decimal import Decimal

import json
import pytest
import transaction


FOLDER = "foerderung/beratungen/malente"
FIELDS = {
    "@type": "FundingConsultation",
    "title": "Dach der Feuerwache",
    "goal": "Das Dach wird gedämmt.",
    "topics": ["feuerwehr", "energie"],
    "total_cost": 184500.5,
    "own_funds": "46.125,00",
    "start_date": "2027-05-01",
}


def errors_of(response):
    """Return {field: message} of a 400 answer."""
    assert response.status_code == 400, response.text
    errors = json.loads(response.json()["message"].replace("'", '"'))
    return {error["field"]: error["message"] for error in errors}


def folder_of(web):
    return web["foerderung"]["beratungen"]["malente"]


@pytest.fixture
def case(web, people):
    """A case in consultation, committed."""
    case = people.bring_to(people.add_consultation(web), "in_consultation")
    transaction.commit()
    return case


def path_of(case):
    return f"{FOLDER}/{case.getId()}"


def test_a_post_to_the_folder_makes_a_draft(web, client):
    response = client("malente-mitarbeit").post(FOLDER, json=FIELDS)
    assert response.status_code == 201, response.text
    body = response.json()
    assert body["review_state"] == "draft"
    assert body["partner"]["token"] == "malente"
    assert body["total_cost"] == "184500.50"
    assert body["own_funds"] == "46125.00"
    assert body["contact_email"] == "malente-mitarbeit@example.org"
    transaction.begin()
    case = folder_of(web)[body["id"]]
    assert case.getId() == case.case_number.lower()
    assert case.__dict__["contact_name"] == "Mia Malente"


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"goal": None}, "goal", ""),
        ({"total_cost": "viel"}, "total_cost", "eine Zahl"),
        ({"total_cost": True}, "total_cost", "eine Zahl"),
        ({"total_cost": [1]}, "total_cost", "eine Zahl"),
        ({"total_cost": -1}, "total_cost", "negativ"),
        ({"total_cost": 1.005}, "total_cost", "Nachkommastellen"),
        ({"own_funds": 184500.51}, "own_funds", "höher als die Gesamtkosten"),
        ({"contact_email": "mia"}, "contact_email", ""),
        ({"contact_phone": "anrufen"}, "contact_phone", "Telefonnummer"),
        ({"topics": ["gibtsnicht"]}, "topics", ""),
        ({"start_date": "morgen"}, "start_date", ""),
    ],
)
def test_a_wrong_field_is_named(web, client, change, field, words):
    response = client("malente-mitarbeit").post(FOLDER, json={**FIELDS, **change})
    errors = errors_of(response)
    assert set(errors) == {field}
    assert words in errors[field]
    transaction.begin()
    assert not folder_of(web).objectIds()


@pytest.mark.parametrize(
    ("person", "status"),
    [(None, 401), ("lensahn-redaktion", 401), ("gruenderin", 401), ("berater", 401)],
)
def test_who_may_not_post(web, client, person, status):
    response = client(person).post(FOLDER, json=FIELDS)
    assert response.status_code in (401, 403, 404)
    transaction.begin()
    assert not folder_of(web).objectIds()


def test_another_partner_does_not_fit_into_the_folder(web, client):
    response = client("beide-mitarbeit").post(FOLDER, json={**FIELDS, "partner": "lensahn"})
    assert set(errors_of(response)) == {"partner"}


def test_a_patch_checks_against_what_is_stored(web, client, people):
    case = people.add_consultation(web)
    transaction.commit()
    editor = client("malente-redaktion")
    errors = errors_of(editor.patch(path_of(case), json={"other_funds": 184500}))
    assert "höher als die Gesamtkosten" in errors["own_funds"]
    assert editor.patch(path_of(case), json={"other_funds": 1000}).status_code == 204
    transaction.begin()
    assert case.other_funds == Decimal(1000)


def test_nobody_of_the_administration_patches_what_is_submitted(web, client, people):
    case = people.bring_to(people.add_consultation(web), "submitted")
    transaction.commit()
    for person in ("malente-redaktion", "malente-mitarbeit", "malente-pruefung"):
        response = client(person).patch(path_of(case), json={"title": "Anders"})
        assert response.status_code in (401, 403, 404)
    transaction.begin()
    assert case.title == "Dach der Feuerwache Sieversdorf"


def test_editors_cannot_write_the_advice(web, client, people):
    case = people.add_consultation(web)
    transaction.commit()
    values = {"recommendation": "Ich selbst", "granted_amount": 5, "protocol": [{"text": "x"}]}
    errors = errors_of(client("malente-redaktion").patch(path_of(case), json=values))
    assert set(errors) == set(values)
    transaction.begin()
    assert (case.recommendation, case.granted_amount, case.protocol) == (None, None, ())


def test_the_advice_is_read_from_the_recommendation_on(web, client, case):
    advice = {"recommendation": "Beim Land", "applied_amount": "100000"}
    assert client("berater").patch(path_of(case), json=advice).status_code == 204
    body = client("malente-redaktion").get(path_of(case)).json()
    assert "recommendation" not in body
    assert "protocol" not in body
    answer = client("malente-redaktion").get(f"{path_of(case)}/@protocol")
    assert answer.status_code in (401, 403, 404)
    assert client("berater").post(f"{path_of(case)}/@workflow/recommend").status_code == 200
    body = client("malente-redaktion").get(path_of(case)).json()
    assert (body["recommendation"], body["applied_amount"]) == ("Beim Land", "100000.00")


def test_a_condition_says_what_is_missing(client, case):
    response = client("berater").post(f"{path_of(case)}/@workflow/recommend")
    assert response.status_code == 403
    assert "Es gibt noch keine Empfehlung" in response.json()["message"]


def test_the_record_over_rest(client, case):
    berater = client("berater")
    entry = {"text": "Telefonat mit dem Land", "date": "2026-11-06"}
    response = berater.post(f"{path_of(case)}/@protocol", json=entry)
    assert response.status_code == 201
    assert response.json() == {**entry, "number": 1, "author": "Bea Beratung"}
    meeting = {"start": "2026-11-09T10:00:00+01:00", "minutes": 30, "place": "Rathaus"}
    more = {"next_step": "Zeichnung", "who": "hub", "until": "2026-11-08", "appointment": meeting}
    second = berater.post(f"{path_of(case)}/@protocol", json=entry | more)
    assert second.status_code == 201, second.text
    assert second.json()["appointment"]["start"] == "2026-11-09T09:00:00+00:00"
    assert second.json()["calendar"].endswith(f"{path_of(case)}/@@beratungstermin/2")
    items = berater.get(f"{path_of(case)}/@protocol").json()["items"]
    assert items == [response.json(), second.json()]
    whole = berater.get(path_of(case)).json()["protocol"]
    assert [one.get("who") for one in whole] == [None, "hub"]


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ({"date": "2026-11-06"}, "text"),
        ({"text": 5, "date": "2026-11-06"}, "text"),
        ({"text": "x", "date": "2026-11-06", "appointment": [1]}, "appointment"),
        ({"text": "x", "date": "2026-11-06", "until": 7, "next_step": "x"}, "until"),
        ({"text": "x"}, "date"),
        ({"text": "x", "date": 20261120}, "date"),
        ({"text": "x", "date": "2999-01-01"}, "date"),
    ],
)
def test_wrong_entries_over_rest(client, case, entry, field):
    response = client("berater").post(f"{path_of(case)}/@protocol", json=entry)
    assert response.status_code == 400
    assert {error["field"] for error in response.json()["errors"]} == {field}


@pytest.mark.parametrize("person", [None, "malente-redaktion", "lensahn-pruefung", "gruenderin"])
def test_who_may_not_add_to_the_record(client, case, person):
    entry = {"text": "x", "date": "2026-11-06"}
    response = client(person).post(f"{path_of(case)}/@protocol", json=entry)
    assert response.status_code in (401, 403, 404)


def test_what_is_not_there_is_404(client):
    response = client("malente-redaktion").get(f"{FOLDER}/f-2000-001")
    assert response.status_code == 404


def test_other_administrations_learn_nothing(client, case):
    lensahn = client("lensahn-pruefung")
    assert lensahn.get(path_of(case)).status_code in (401, 403, 404)
    found = lensahn.get("@search?portal_type=FundingConsultation&metadata_fields=_all").json()
    assert found["items_total"] == 0


def test_programmes_over_rest(web, client):
    values = {
        "@type": "FundingProgramme",
        "title": "Programm",
        "funder": "land",
        "deadline_kind": "fixed",
        "rate": 101,
        "source_url": "javascript:alert(1)",
        "checked_on": "2026-11-01",
    }
    berater, folder = client("berater"), "foerderung/programme"
    assert set(errors_of(berater.post(folder, json=values))) == {"rate", "source_url", "deadline"}
    values |= {"rate": 80, "source_url": "https://example.org/p", "deadline": "2099-01-31"}
    response = berater.post(folder, json=values)
    assert response.status_code == 201
    assert response.json()["rate"] == "80"
    assert client("malente-redaktion").post(folder, json=values).status_code in (401, 403, 404)
    transaction.begin()
    assert len(web["foerderung"]["programme"].objectIds()) == 1


def test_types_describes_the_fields(client):
    schema = client("malente-redaktion").get(f"{FOLDER}/@types/FundingConsultation")
    assert schema.status_code == 200, schema.text
    assert schema.json()["properties"]["goal"]["title"] == "Ziel"


FILE = {
    "@type": "File",
    "title": "Bescheid",
    "file": {"data": "JVBERi0xLjc=", "encoding": "base64", "filename": "Bescheid.pdf"},
}


def test_the_administration_adds_files_after_the_release(client, case, visit):
    for person in ("malente-redaktion", "berater"):
        assert client(person).post(path_of(case), json=FILE).status_code == 201, person
    for person in ("malente-mitarbeit", "malente-pruefung"):
        assert client(person).post(path_of(case), json=FILE).status_code == 401, person
    for person, offered in (("malente-redaktion", True), ("malente-mitarbeit", False)):
        assert ("@@add-file" in visit(person, path_of(case)).contents) is offered


@pytest.mark.parametrize(
    ("state", "adds"),
    [("submitted", False), ("released", True), ("granted", True), ("closed", False)],
)
def test_when_the_administration_adds_files(web, client, people, state, adds):
    case = people.bring_to(people.add_consultation(web), state)
    transaction.commit()
    answer = client("malente-redaktion").post(path_of(case), json=FILE)
    assert answer.status_code == (201 if adds else 401)


def test_a_consultant_asks_and_the_administration_answers(web, client, case):
    ask = {"kind": "question", "text": "Liegt die Kostenschätzung vor?"}
    url = f"{path_of(case)}/@conversation"
    assert client("malente-pruefung").post(url, json=ask).status_code == 403
    assert client("berater").post(url, json=ask).status_code == 201
    file = {"filename": "Kosten.pdf", "data": "JVBERi0xLjc="}
    answer = {"kind": "answer", "text": "Ja, anbei.", "files": [file]}
    assert client("malente-redaktion").post(url, json=answer).status_code == 201
    transaction.begin()
    assert case.objectIds() == ["kosten.pdf"]
