"""One consultation from the door to the end, each step by the buttons on its page."""

from datetime import date
from kommunalhub.approvals.interfaces import IJournal
from plone import api

import transaction


def press(browser, button, comment=None):
    if comment is not None:
        browser.getControl(name="comment").value = comment
    browser.getControl(button).click()
    return browser


def test_from_the_door_to_the_end(web, visit):
    browser = visit("malente-mitarbeit", "@@beratung-anfragen")
    browser.getControl(name="form.widgets.title").value = "Radweg am Kellersee"
    browser.getControl(name="form.widgets.goal").value = "Ein sicherer Weg zur Schule."
    browser.getControl(name="form.widgets.total_cost").value = "612.000,00"
    browser.getControl(name="form.buttons.submit").click()
    transaction.begin()
    (case,) = web["foerderung"]["beratungen"]["malente"].objectValues()
    path = f"foerderung/beratungen/malente/{case.getId()}"

    press(visit("malente-pruefung", path), "Zur Überarbeitung zurückgeben", "Bitte Ziel klären.")
    assert "Bitte Ziel klären." in visit("malente-mitarbeit", path).text
    browser = visit("malente-mitarbeit", f"{path}/edit")
    browser.getControl(name="form.widgets.goal").value = "Kinder fahren sicher zur Schule."
    browser.getControl(name="form.buttons.save").click()
    press(browser, "Zur Freigabe einreichen")
    assert path not in visit("berater", "foerderung/beratungen").text

    press(visit("malente-pruefung", path), "Freigeben")
    assert path in visit("berater", "foerderung/beratungen").text
    browser = press(visit("berater", path), "In Beratung nehmen")
    assert "Sie sind dran" in browser.text
    assert "Warum kann ich hier nicht entscheiden?" not in browser.text
    browser.getLink("Empfehlung schreiben").click()
    browser.getControl(name="form.widgets.recommendation").value = "Stadt und Land passt."
    browser.getControl(name="form.buttons.save").click()
    press(browser, "Empfehlung geben")

    browser = visit("malente-mitarbeit", path)
    above = browser.contents.partition("Vorhaben</h2>")[0]
    assert "Stadt und Land passt." in above.partition('id="empfehlung"')[2]
    press(browser, "Antragstellung melden")

    browser = visit("berater", path)
    browser.getLink("Ergebnis eintragen").click()
    browser.getControl(name="form.widgets.granted_amount").value = "400.000"
    browser.getControl(name="form.widgets.decision_date").value = "2026-11-02"
    browser.getControl(name="form.buttons.save").click()
    press(browser, "Bewilligung eintragen")
    browser.getLink("Fristen eintragen").click()
    browser.getControl(name="form.widgets.proof_deadline").value = "2028-06-30"
    browser.getControl(name="form.buttons.save").click()
    press(browser, "Abschließen")

    transaction.begin()
    assert api.content.get_state(case) == "closed"
    assert case.proof_deadline == date(2028, 6, 30)
    steps = [entry["action"] for entry in IJournal(case) if entry["kind"] == "transition"]
    assert steps == [
        "submit",
        "return",
        "submit",
        "release",
        "take",
        "recommend",
        "file",
        "grant",
        "close",
    ]
    assert IJournal(case).verify() is None
    page = visit("malente-redaktion", path).text
    assert "400.000,00\xa0€" in page
    assert "Bearbeiten</a>" not in page
