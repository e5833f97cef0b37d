"""„Programm melden“: from the form of an administration to the catalogue, or to a reason."""

from kommunalhub.core.acting import as_builder
from kommunalhub.funding.programmes.reports import operations
from kommunalhub.notices.box import store_of
from plone import api

import pytest
import transaction


FOLDER = "foerderung/programme"
PAGE = f"{FOLDER}/@@programm-melden"
SENT = {
    "title": "Zukunft Dorf",
    "source_url": "https://www.example.org/dorf",
    "note": "Für den Anger",
}


def report(visit, person="malente-mitarbeit", **values):
    browser = visit(person, PAGE)
    for name, value in {**SENT, **values}.items():
        browser.getControl(name=name).value = value
    browser.getControl("Melden").click()
    return browser


@pytest.fixture
def letters_to(web):
    """Return a function that returns the letters to a person; the hub can send mail."""
    with api.env.adopt_roles(["Manager"]):
        api.portal.set_registry_record("plone.smtp_host", "localhost")
        api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
    transaction.commit()

    def letters_to(person):
        store = store_of(web)
        mails = store.outbox.mails.values() if store is not None else ()
        return [mail.letter for mail in mails if mail.letter.userid == person]

    return letters_to


def draft_in(web):
    transaction.begin()
    [draft] = web["foerderung"]["programme"].objectValues()
    return draft


def test_a_report_makes_a_draft_in_the_inbox_of_the_consultants(web, visit, client):
    browser = report(visit)
    assert "Vielen Dank!" in browser.text and "wir sehen es an" in browser.text
    draft = draft_in(web)
    assert api.content.get_state(draft) == "draft" and draft.title == "Zukunft Dorf"
    inbox = client("berater").get("@inbox").json()
    assert [item["title"] for item in inbox["items"]] == ["Zukunft Dorf"]
    assert client("malente-redaktion").get("@inbox").json()["items_total"] == 0
    page = visit("berater", f"{FOLDER}/{draft.getId()}").text
    assert "hat dieses Programm gemeldet" in page
    hidden = client("malente-mitarbeit").get(f"{FOLDER}/{draft.getId()}")
    assert hidden.status_code in (401, 403, 404)
    report(visit)  # a double click
    assert len(draft_in(web).aq_parent.objectIds()) == 1


def test_who_reported_is_told_that_it_was_taken_in(web, visit, letters_to):
    report(visit)
    with as_builder(web):
        api.content.transition(draft_in(web), to_state="public")
    transaction.commit()
    assert [one.subject for one in letters_to("malente-mitarbeit")] == [
        "Jetzt im Katalog: Zukunft Dorf"
    ]
    with as_builder(web):
        api.content.transition(draft_in(web), to_state="draft")
        api.content.transition(draft_in(web), to_state="public")
    assert len(letters_to("malente-mitarbeit")) == 1
    transaction.abort()
    browser = visit("malente-mitarbeit", PAGE)
    assert "aufgenommen" in browser.text
    assert browser.getLink("Zukunft Dorf").url.endswith("zukunft-dorf")
    assert "Zukunft Dorf" not in visit("lensahn-mitarbeit", PAGE).text


def test_or_why_it_was_left_out(web, visit, letters_to):
    report(visit)
    browser = visit("berater", f"{FOLDER}/{draft_in(web).getId()}/@@meldung-ablehnen")
    assert "Für den Anger" in browser.text
    browser.getControl("Nicht aufnehmen").click()
    assert "Bitte schreiben Sie, warum" in browser.text
    browser.getControl(name="reason").value = "Das Programm ist ausgelaufen."
    browser.getControl("Nicht aufnehmen").click()
    transaction.begin()
    assert web["foerderung"]["programme"].objectIds() == []
    [letter] = letters_to("malente-mitarbeit")
    assert letter.subject == "Nicht im Katalog: Zukunft Dorf"
    assert "Das Programm ist ausgelaufen." in letter.text
    page = visit("malente-mitarbeit", PAGE).text
    assert "nicht aufgenommen" in page and "Das Programm ist ausgelaufen." in page


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"title": ""}, "wie das Programm heißt"),
        ({"source_url": "javascript:alert(1)"}, "Webadresse"),
        ({"title": "x" * 201}, "200 Zeichen"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(web, visit, client, values, words):
    browser = report(visit, **values)
    assert words in browser.text
    answer = client("malente-mitarbeit").post(f"{FOLDER}/@programmes-report", json=SENT | values)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == next(iter(values))
    transaction.begin()
    assert web["foerderung"]["programme"].objectIds() == []


@pytest.mark.parametrize("person", [None, "gruenderin", "berater"])
def test_reports_come_from_the_administrations(web, client, person):
    answer = client(person).post(f"{FOLDER}/@programmes-report", json=SENT)
    assert answer.status_code in (401, 403)
    transaction.begin()
    assert web["foerderung"]["programme"].objectIds() == []


def test_over_rest_and_no_more_than_can_be_looked_at(web, client, monkeypatch):
    monkeypatch.setattr(operations, "MOST_OPEN", 1)
    session = client("lensahn-mitarbeit")
    assert session.post(f"{FOLDER}/@programmes-report", json=SENT).status_code == 201
    other = SENT | {"source_url": "https://www.example.org/zwei"}
    assert session.post(f"{FOLDER}/@programmes-report", json=other).status_code == 400
    [item] = session.get(f"{FOLDER}/@programmes-report").json()["items"]
    assert (item["state"], item["programme"]) == ("waiting", None)


def test_a_report_of_who_has_left_is_nobodys(web, people):
    with people.As("malente-mitarbeit"):
        made = operations.report(**SENT)
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="malente-mitarbeit")
    assert made.userid == ""
