"""Questions of a workshop's own: asked, answered, changed, by page, link, mail and REST."""

from html import unescape
from kommunalhub.workshops import letters
from kommunalhub.workshops import operations
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from kommunalhub.workshops.operations import Applicant

import pytest
import re
import transaction


CAR = {"id": "car", "title": "Kommen Sie mit dem Auto?", "kind": "yesno", "needed": True}
PLACES = {"id": "places", "title": "Wie viele Plätze?", "when": "car", "equals": "yes"}
FOOD = {"id": "food", "title": "Was essen Sie?", "kind": "choice", "choices": ["alles", "vegan"]}


@pytest.fixture
def workshop(hub, web):
    workshop = hub.add_workshop(web, is_public=True, questions=[CAR, PLACES, FOOD])
    transaction.commit()
    return workshop


def text(browser):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", browser.contents)))


def entries(workshop):
    transaction.begin()
    return storage.book_of(workshop).all()


def call(hub, who, method, workshop, **kw):
    return hub.rest(who).request(method, f"{workshop.absolute_url()}/@registrations", **kw)


def test_a_trainer_asks_moves_changes_and_asks_no_longer(hub, functional, web):
    workshop = hub.add_workshop(web)
    transaction.commit()
    browser = hub.browser(functional, "trude")
    browser.raiseHttpErrors = False
    browser.open(workshop.absolute_url())
    browser.getLink("Fragen bei der Anmeldung").click()
    browser.getControl(name="title").value = "Kommen Sie mit dem Auto?"
    browser.getControl(name="kind").value = ["choice"]
    browser.getControl(name="choices").value = "ja"
    browser.getControl("Frage speichern").click()
    assert browser.headers["status"].startswith("400")
    assert "Frage 1: Bitte geben Sie 2 bis 20 verschiedene Antworten" in text(browser)
    browser.getControl(name="kind").value = ["yesno"]
    browser.getControl(name="needed").value = ["1"]
    browser.getControl("Frage speichern").click()
    assert "1. Kommen Sie mit dem Auto?" in text(browser)
    assert "Antwort: ja oder nein. Muss beantwortet werden." in text(browser)
    browser.getControl(name="title", index=1).value = "Wie viele Plätze?"
    condition = browser.getControl(name="condition")
    condition.displayValue = [one for one in condition.displayOptions if one.endswith(": ja")]
    browser.getControl("Frage speichern", index=1).click()
    assert "Nur, wenn „Kommen Sie mit dem Auto?“ mit „ja“ beantwortet ist." in text(browser)
    browser.getControl("Nicht mehr fragen: Kommen Sie mit dem Auto?").click()
    assert browser.headers["status"].startswith("400")
    assert "hängt von der Antwort auf eine frühere Frage ab" in text(browser)
    browser.getControl("Nicht mehr fragen: Wie viele Plätze?").click()
    transaction.begin()
    assert [one["title"] for one in workshop.questions] == ["Kommen Sie mit dem Auto?"]


def test_only_those_who_write_the_workshop_ask(hub, workshop):
    url = f"{workshop.absolute_url()}/@@fragen"
    for who, status in (("mia", 403), ("rita", 403), ("trude", 200), ("hilde", 200)):
        assert hub.rest(who).get(url, headers={"Accept": "text/html"}).status_code == status, who


def test_members_answer_when_they_register_and_change_it_later(hub, functional, workshop):
    browser = hub.browser(functional, "mia")
    browser.raiseHttpErrors = False
    browser.open(workshop.absolute_url())
    browser.getLink("Mich anmelden").click()
    browser.getControl("Mich anmelden").click()
    assert browser.headers["status"].startswith("400")
    assert "Bitte beantworten Sie diese Frage." in text(browser)
    assert entries(workshop) == []
    browser.getControl(name="q-car").value = ["yes"]
    browser.getControl(name="q-places").value = "drei"
    browser.getControl(name="needs").value = "Platz an der Tür"
    browser.getControl("Mich anmelden").click()
    assert "Sie haben einen Platz" in text(browser)
    [one] = entries(workshop)
    assert dict(one.answers) == {"car": True, "places": "drei"}
    browser.getLink("Antworten und Hinweise ändern").click()
    assert browser.getControl(name="q-places").value == "drei"
    browser.getControl(name="q-car").value = ["no"]
    browser.getControl(name="q-food").value = ["vegan"]
    browser.getControl("Antworten speichern").click()
    assert "Ihre Antworten sind gespeichert." in text(browser)
    [one] = entries(workshop)
    assert (dict(one.answers), one.needs) == ({"car": False, "food": "vegan"}, "Platz an der Tür")


def test_a_page_from_before_the_questions_leads_to_them(hub, functional, web):
    workshop = hub.add_workshop(web)
    transaction.commit()
    browser = hub.browser(functional, "mia")
    browser.open(workshop.absolute_url())
    transaction.begin()
    workshop.questions = [CAR]
    transaction.commit()
    browser.getControl("Mich anmelden").click()
    assert browser.url.endswith("@@anmeldung")
    assert "Bitte beantworten Sie zuerst diese Fragen." in text(browser)
    assert entries(workshop) == []


def test_who_has_no_account_answers_by_link(hub, functional, web, workshop):
    browser = hub.browser(functional)
    browser.raiseHttpErrors = False
    browser.open(f"{workshop.absolute_url()}/@@ohne-konto")
    browser.getControl(name="fullname").value = "Uta Ohne"
    browser.getControl(name="email").value = "uta@example.org"
    browser.getControl(name="needs").value = "vegan"
    browser.getControl("Link zusenden").click()
    transaction.begin()
    letter = hub.mails(web)[-1].text
    browser.open(next(word for word in letter.split() if "anmeldung-bestaetigen" in word))
    assert browser.getControl(name="needs").value == "vegan"
    browser.getControl("Jetzt anmelden").click()
    assert "Bitte beantworten Sie diese Frage." in text(browser)
    browser.getControl(name="q-car").value = ["no"]
    browser.getControl("Jetzt anmelden").click()
    browser.getLink("Meine Anmeldung ansehen").click()
    browser.getControl(name="q-food").value = ["vegan"]
    browser.getControl("Antworten speichern").click()
    assert "Ihre Antworten sind gespeichert." in text(browser)
    [one] = entries(workshop)
    assert dict(one.answers) == {"car": False, "food": "vegan"}


def test_people_registered_by_others_are_asked_by_mail(hub, web, workshop):
    operations.register(workshop, Applicant("Uta Ohne", "uta@example.org"), by="mia")
    letter = hub.mails(web)[-1].text
    assert "Die Leitung hat noch Fragen an Sie." in letter
    assert f"@@meine-anmeldung?key={letters.key_for(workshop, 1)}"[:20] in letter
    operations.change_answers(workshop, 1, (("car", False),), "")
    operations.give_back(workshop, 1)
    operations.register(workshop, Applicant("Mia", "m@example.org", answers=(("car", True),)))
    assert "Die Leitung hat noch Fragen" not in hub.mails(web)[-1].text


def test_answers_survive_the_end_of_their_question_and_are_exported(hub, functional, web, workshop):
    call(hub, "mia", "POST", workshop, json={"answers": {"car": True, "places": "=1+1"}})
    url = workshop.absolute_url()
    answer = hub.rest("trude").patch(f"{url}/@questions", json={"questions": [FOOD]})
    assert answer.status_code == 200
    answer = call(hub, "mia", "PATCH", workshop, json={"answers": {"food": "vegan"}})
    assert answer.json()["answers"] == {"car": True, "places": "=1+1", "food": "vegan"}
    browser = hub.browser(functional, "trude")
    browser.open(f"{url}/@@teilnehmende")
    for said in ("Kommen Sie mit dem Auto? ja", "Wie viele Plätze? =1+1", "Was essen Sie? vegan"):
        assert said in text(browser)


def test_rest_takes_gives_and_refuses_answers(hub, workshop):
    answer = call(hub, "mia", "POST", workshop, json={})
    assert (answer.status_code, "answers.car" in answer.text) == (400, True)
    for wrong in ({"car": "maybe"}, {"car": 1}, {"car": True, "nope": "x"}, ["car"], "car"):
        answer = call(hub, "mia", "POST", workshop, json={"answers": wrong})
        assert answer.status_code == 400, wrong
    assert entries(workshop) == []
    answer = call(hub, "mia", "POST", workshop, json={"answers": {"car": False}, "needs": "Rampe"})
    assert answer.status_code == 201
    answer = call(hub, "mia", "PATCH", workshop, json={"answers": {"food": "vegan"}})
    assert answer.json()["answers"] == {"car": False, "food": "vegan"}
    assert answer.json()["needs"] == "Rampe"
    assert call(hub, "mia", "PATCH", workshop, json={}).status_code == 400
    answer = call(hub, "max", "PATCH", workshop, json={"needs": "x"})
    assert (answer.status_code, answer.json()["code"]) == (409, "unknown")
    for who in ("max", "rita"):
        assert "Rampe" not in call(hub, who, "GET", workshop).text
    [item] = call(hub, "trude", "GET", workshop).json()["items"]
    assert (item["answers"], item["needs"]) == ({"car": False, "food": "vegan"}, "Rampe")


def test_rest_refuses_questions_that_cannot_be_asked(hub, workshop):
    url = f"{workshop.absolute_url()}/@questions"
    for wrong in ({"questions": [PLACES, CAR]}, {"questions": None}, {}, {"questions": [[]]}):
        answer = hub.rest("trude").patch(url, json=wrong)
        assert (answer.status_code, "questions" in answer.text) == (400, True), wrong
    for who in ("mia", "rita", None):
        assert hub.rest(who).patch(url, json={"questions": []}).status_code == 401, who
    asked = hub.rest().get(url).json()["questions"]
    assert [one["id"] for one in asked] == ["car", "places", "food"]


def test_answers_are_forgotten_with_the_people(hub, web, workshop):
    [one] = operations.register(workshop, operations.member("mia", "vegan", (("car", True),)))
    assert rules.without_needs(one).answers == (("car", True),)
    assert rules.anonymous(one).answers == ()
