"""Applications and spaces over the REST API."""

import ast
import pytest
import transaction


@pytest.fixture
def folder(web):
    return web["co-working"]["antraege"].absolute_url()


def body(hub, **fields):
    return {
        "@type": "CoworkingApplication",
        "applicant_kind": "startup",
        "organisation": "Seeblick Software UG",
        "contact_name": "Gesa Beispiel",
        "contact_email": "gesa@example.org",
        "space_kind": "desk",
        "persons": 2,
        "start": hub.in_days(10).isoformat(),
        "end": hub.in_days(40).isoformat(),
        "weekdays": ["mon", "tue"],
        "purpose": "Wir entwickeln eine App für Gästekarten.",
        "house_rules": True,
        "privacy": True,
        **fields,
    }


def errors_of(answer):
    """Return {field: message} of a 400."""
    assert answer.status_code == 400, answer.text
    message = answer.json()["message"]
    errors = message if isinstance(message, list) else ast.literal_eval(message)
    return {error.get("field"): error["message"] for error in errors}


def test_an_applicant_from_outside_applies(hub, folder):
    answer = hub.rest("gesa").post(folder, json=body(hub))
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert made["@id"].startswith(f"{folder}/c-")
    assert made["title"] == "Schreibtisch für Seeblick Software UG"
    assert made["partner"]["token"] == "oldenburg"
    assert made["review_state"] == "draft"


def test_nobody_applies_without_an_account(hub, folder):
    assert hub.rest().post(folder, json=body(hub)).status_code in (401, 404)


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"applicant_kind": "club"}, "applicant_kind", ""),
        ({"applicant_kind": None}, "applicant_kind", ""),
        ({"organisation": " "}, "organisation", "Name"),
        ({"contact_email": "gesa@example"}, "contact_email", "E-Mail-Adresse"),
        ({"contact_phone": "wie immer"}, "contact_phone", "Telefonnummer"),
        ({"persons": 0}, "persons", "mindestens eine Person"),
        ({"persons": 7}, "persons", "höchstens 6 Personen"),
        ({"weekdays": []}, "weekdays", "Wochentag"),
        ({"weekdays": ["sun"]}, "weekdays", ""),
        ({"end": "2026-01-01"}, "end", "vor dem ersten"),
        ({"start": "2026-01-01"}, "start", "schon vorbei"),
        ({"start": "bald"}, "start", ""),
        ({"start": "2030-11-16", "end": "2030-11-17"}, "weekdays", "Wochentage"),
        ({"house_rules": False}, "house_rules", "Hausordnung"),
        ({"privacy": False}, "privacy", "Angaben"),
        ({"purpose": None}, "purpose", ""),
        ({"partner": "malente"}, "partner", "Das Formular bietet"),
    ],
)
def test_bad_input_names_its_field(hub, folder, web, change, field, sentence):
    answer = hub.rest("gesa").post(folder, json=body(hub, **change))
    errors = errors_of(answer)
    assert field in errors
    assert sentence in errors[field]
    transaction.begin()
    assert hub.folder(web).objectIds() == []


@pytest.mark.parametrize("missing", ["house_rules", "privacy", "weekdays", "start", "space_kind"])
def test_what_is_left_out_names_its_field(hub, folder, missing):
    data = body(hub)
    del data[missing]
    assert set(errors_of(hub.rest("gesa").post(folder, json=data))) == {missing}


def test_what_the_account_knows_may_be_left_out(hub, folder, web):
    data = body(hub)
    for name in ("contact_name", "contact_email"):
        del data[name]
    answer = hub.rest("gesa").post(folder, json=data)
    assert answer.status_code == 201, answer.text
    transaction.begin()
    (case,) = hub.folder(web).objectValues()
    with hub.As("otto"):
        assert (case.contact_name, case.contact_email) == ("Gesa Beispiel", "gesa@example.org")


def test_a_patch_is_checked_against_what_is_stored(hub, web):
    case = hub.add_application(web)
    transaction.commit()
    session = hub.rest("gesa")
    earlier = {"end": hub.in_days(2).isoformat()}
    assert set(errors_of(session.patch(case.absolute_url(), json=earlier))) == {"end"}
    assert session.patch(case.absolute_url(), json={"persons": 3}).status_code == 204
    transaction.begin()
    assert (case.persons, case.end) == (3, hub.in_days(40))


def test_people_see_only_what_is_theirs(hub, web, folder):
    case = hub.bring_to(hub.add_application(web), "submitted")
    transaction.commit()
    seen = {}
    for who in (None, "gesa", "gerd", "mia", "rita", "olga", "otto", "dora", "hilde"):
        session = hub.rest(who)
        status = session.get(case.absolute_url()).status_code
        found = session.get(f"{folder}/@search", params={"UID": case.UID()}).json()
        listed = session.get(folder).json()
        assert bool(found["items_total"]) is (status == 200)
        assert bool(listed["items_total"]) is (status == 200)
        seen[who] = status
    assert {who for who, status in seen.items() if status == 200} == {
        "gesa",
        "olga",
        "otto",
        "hilde",
    }
    assert {status for status in seen.values() if status != 200} <= {401, 403, 404}


def test_the_workflow_over_rest(hub, web):
    case = hub.add_application(web)
    transaction.commit()
    address = f"{case.absolute_url()}/@workflow"
    assert hub.rest("gesa").post(f"{address}/submit").status_code == 200
    refused = hub.rest("otto").post(f"{address}/approve")
    assert refused.status_code == 403
    assert "Mitzeichnung" in refused.json()["message"]
    assert refused.json()["fixable_by"]
    assert hub.rest("dora").post(f"{address}/approve").status_code in (401, 403, 404)
    assert hub.rest("otto").post(f"{address}/start_consent").status_code == 200
    assert hub.rest("otto").post(f"{address}/approve").status_code == 403
    assert hub.rest("dora").post(f"{address}/approve").status_code == 403
    missing = hub.rest("otto").post(f"{address}/reject")
    assert missing.status_code == 400
    assert "comment" in missing.text
    consents = f"{case.absolute_url()}/@consents"
    assert hub.rest("otto").post(consents, json={"vote": "approve"}).status_code == 200
    done = hub.rest("dora").post(consents, json={"vote": "approve"})
    assert (done.status_code, done.json()["review_state"]) == (200, "approved")
    assert hub.rest("gerd").post(f"{address}/withdraw").status_code in (401, 403, 404)


def test_spaces_are_made_by_the_hub_management(hub, web):
    address = web["co-working"].absolute_url()
    space = {"@type": "Space", "title": "Schreibtisch 1", "kind": "desk", "seats": 1}
    for who in (None, "gesa", "mia", "otto", "edda"):
        assert hub.rest(who).post(address, json=space).status_code in (401, 403, 404)
    wrong = hub.rest("hilde").post(address, json={**space, "seats": 0})
    assert set(errors_of(wrong)) == {"seats"}
    assert hub.rest("hilde").post(address, json=space).status_code == 201


def test_files_of_an_application_are_guarded_like_it(hub, web):
    case = hub.add_application(web)
    transaction.commit()
    made = hub.rest("gesa").post(
        case.absolute_url(),
        json={
            "@type": "File",
            "title": "Gewerbeanmeldung",
            "file": {
                "data": "JVBERi0xLjcKJSVFT0YK",
                "encoding": "base64",
                "filename": "gewerbe.pdf",
                "content-type": "application/pdf",
            },
        },
    )
    assert made.status_code == 201, made.text
    address = f"{made.json()['@id']}/@@download/file"
    assert hub.visitor("gesa").get(address).status_code == 200
    for who in (None, "gerd", "mia", "olga", "dora"):
        answer = hub.visitor(who).get(address, allow_redirects=False)
        assert answer.status_code in (302, 401, 403, 404)
        assert b"%PDF" not in answer.content
