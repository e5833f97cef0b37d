"""Experience notes: made of a case that is over, read by all administrations, telling no name."""

from datetime import date
from funding.money.conftest import add_granted
from kommunalhub.funding.lessons.notes import operations
from kommunalhub.funding.lessons.notes.source import Source
from kommunalhub.funding.money.proof import operations as proof
from kommunalhub.funding.money.receipts import operations as receipts
from people import As
from plone import api
from plone.api.exc import InvalidParameterError

import pytest
import transaction


SECRETS = ("Malente", "Rolf", "Sieversdorf", "malente-redaktion", "F-2026")


def path_of(thing):
    return "/".join(thing.getPhysicalPath()[2:])


@pytest.fixture
def over(people, web):
    """A case of Malente that is closed, with much in it that tells whose it was."""
    with As("hubleitung"):
        operations.ensure_section(web)
    programme = people.add_programme(web, title="Dachprogramm")
    case = people.add_consultation(
        web,
        title="Dach der Feuerwache Sieversdorf",
        goal="Herr Rolf Malente, Tel. 04523 992-0, will das Malenter Dach dämmen.",
    )
    people.bring_to(case, "closed")
    case.recommendation = "Früh beim Land anrufen."
    transaction.commit()
    return case, programme


def test_from_a_case_to_what_all_administrations_read(over, web, visit, client, people):
    case, programme = over
    page = visit("malente-redaktion", path_of(case))
    page.getLink("Erfahrung daraus machen").click()
    # What is left out is shown before anything is saved.
    assert "Steht im Vorgang" in page.text and "Kommt in die Erfahrung" in page.text
    assert "<mark>04523 992-0" in page.contents
    text = page.getControl(name="form.widgets.project").value
    assert text == "Herr [Name], Tel. [Telefon], will das [Ort] Dach dämmen."
    assert page.getControl(name="form.widgets.cost").value == "180.000,00"
    page.getControl(name="form.widgets.title").value = "Ein Dach in Malente"
    page.getControl("Ansehen, was hineinkommt").click()
    assert "<mark>Malente" in page.contents
    page.getControl("Als Entwurf speichern").click()
    assert "Das könnte verraten, um wen es geht: Malente." in page.text
    assert operations.lesson_of(case) is None
    page.getControl(name="form.widgets.title").value = "Ein Dach einer Feuerwache"
    page.getControl(name="form.widgets.programme:list").value = [programme.UID()]
    page.getControl("Als Entwurf speichern").click()
    assert "Der Entwurf ist gespeichert." in page.text
    transaction.begin()
    lesson = operations.lesson_of(case)
    assert page.url == lesson.absolute_url()

    # Once more leads to the note that there is; others see neither note nor case.
    assert visit("malente-redaktion", f"{path_of(case)}/@@erfahrung").url == page.url
    lars = visit("lensahn-redaktion", path_of(lesson))
    assert "Feuerwache" not in lars.text

    with As("malente-redaktion"):
        api.content.transition(lesson, "submit")
    with As("hubleitung"):
        api.content.transition(lesson, "approve")
    transaction.commit()
    lars = visit("lensahn-redaktion", path_of(lesson))
    assert "Ein Dach einer Feuerwache" in lars.text
    assert "Der Vorgang dahinter" not in lars.text
    listed = visit("lensahn-redaktion", "foerderung/erfahrungen?outcome=granted&topic=energie")
    assert "1 Erfahrung" in listed.text
    none = visit("lensahn-redaktion", "foerderung/erfahrungen?outcome=denied")
    assert "Von dieser Art gibt es noch keine." in none.text
    assert "Erfahrungen der Verwaltungen" in visit("lensahn-redaktion", path_of(programme)).text
    assert "Ein Dach einer" not in visit("gruenderin", path_of(programme)).text

    rest = client("lensahn-redaktion")
    answers = [
        rest.get(path_of(lesson)),
        rest.get(f"{path_of(lesson)}/@history"),
        rest.get(f"{path_of(lesson)}/@workflow"),
        rest.get("@search", params={"portal_type": "FundingLesson", "metadata_fields": "_all"}),
    ]
    assert answers[-1].json()["items_total"] == 1
    for answer in (*[one.text for one in answers], lars.text, listed.text):
        own = answer.partition("<footer")[0].replace("lensahn-redaktion", "")
        found = [own[max(own.find(one) - 90, 0) :][:180] for one in SECRETS if one in own]
        assert found == []
    # what is found by says it too
    query = {"portal_type": "FundingLesson", "Creator": "malente-redaktion"}
    assert rest.get("@search", params=query).json()["items_total"] == 0
    for index in ("decided_by", "awaiting"):
        query = {"portal_type": "FundingLesson", index: "malente-redaktion"}
        assert rest.get("@search", params=query).status_code == 400, index
    assert rest.get(f"{path_of(lesson)}/@journal").status_code == 403
    assert "Der Vorgang dahinter" in visit("berater", path_of(lesson)).text
    # Many cases later somebody asks: how often this programme has taught something.
    other = people.bring_to(people.add_consultation(web), "in_consultation")
    transaction.commit()
    assert "1 Erfahrung aus dem Verbund" in visit("berater", f"{path_of(other)}/@@matches").text


def test_nobody_publishes_a_note(over, portal_type="FundingLesson"):
    case, _programme = over
    with As("malente-redaktion"):
        lesson = operations.make(case, {"title": "Dach", "project": "x", "outcome": "granted"})
    with As("hubleitung"), pytest.raises(InvalidParameterError, match="approve"):
        api.content.transition(lesson, "publish")
    assert lesson.portal_type == portal_type


def test_notes_over_rest(over, client):
    case, _programme = over
    here = f"{path_of(case)}/@lesson"
    rolf, mia, lars = map(client, ("malente-redaktion", "malente-mitarbeit", "lensahn-redaktion"))
    seen = rolf.get(here).json()
    assert seen["values"]["title"] == "Dach der Feuerwache [Ort]"
    assert {"text": "04523 992-0", "reason": "phone"} in seen["left_out"][1]["pieces"]
    for stranger in (mia, lars, client()):
        assert stranger.get(here).status_code in (401, 403, 404)
        assert stranger.post(here, json={}).status_code in (401, 403, 404)
    for wrong in (
        {"pitfalls": "Malente fragen"},
        {"title": ""},
        {"title": 5},
        {"outcome": "quatsch"},
        {"cost": -1},
        {"topics": ["quatsch"]},
        {"topics": "x"},
        {"again": "x" * 5001},
    ):
        answer = rolf.post(here, json=wrong)
        assert answer.status_code == 400, (wrong, answer.text)
        assert next(iter(wrong)) in answer.text
    made = rolf.post(here, json={"pitfalls": "Malente fragen", "kept": "Malente"})
    assert made.status_code == 201, made.text
    assert rolf.post(here, json={}).status_code == 409
    note = made.json()["@id"]
    refused = rolf.patch(note, json={"again": "In Lensahn anrufen"})
    assert refused.status_code == 400 and "Lensahn" in refused.text
    assert rolf.patch(note, json={"pitfalls": "", "kept": "Malente"}).status_code == 204
    assert rolf.get(note).json()["kept"] == ""  # what does not stand in it is not told either
    assert rolf.delete(note).status_code == 204
    assert rolf.get(here).json()["lesson"] is None


def test_a_case_that_goes_on_teaches_nothing_yet(people, web, visit, client):
    case = people.bring_to(people.add_consultation(web), "applied")
    transaction.commit()
    assert "Erfahrung daraus machen" not in visit("malente-redaktion", path_of(case)).text
    assert client("malente-redaktion").get(f"{path_of(case)}/@lesson").status_code == 403


def test_an_accepted_statement_of_use_teaches(portal, people):
    case = add_granted(portal, people)
    paid = {"invoice": "1", "paid_on": "2026-10-20", "payee": "Muster", "item": "Dach"}
    used = {"kind": "simple", "day": date(2026, 11, 3), "report": "Dicht.", "confirmed": True}
    with As("malente-redaktion"):
        receipts.add(case, 1, paid | {"gross": "100.000"})
        proof.submit(case, 1, used)
        assert not operations.may_write(case)
        proof.record_result(case, 1, 1, {"state": "accepted", "day": date(2026, 11, 5)})
        assert operations.may_write(case)
    assert Source(case).outcome == "granted"
