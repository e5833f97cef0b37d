"""The first day of an editor: from an outline to a page that colleagues confirm and readers mend.

Each step as the person it belongs to: the editor at a desk, part of it by keyboard alone; the
reviewer on a phone; the colleague on a phone in the dark; a citizen without an account. axe finds
nothing on the pages on the way.
"""

from browser.conftest import PHONE
from browser.drawn import wait_for_editor
from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.core.jobs.interfaces import IJob
from playwright.sync_api import expect
from zope.component import getUtility

import re
import transaction


TITLE = "Bewohnerparkausweis"
#: How many are asked depends on who is away on that day.
CONFIRMED = re.compile(r"1 von \d+ haben bestätigt")
#: As one pastes it: a picture that says nothing of what it shows.
PASTED = """() => {
  const canvas = document.createElement("canvas");
  canvas.width = 60, canvas.height = 30;
  const editor = window.tinymce.activeEditor;
  const picture = `<p><img src="${canvas.toDataURL("image/png")}"></p>`;
  const text = editor.getContent().replaceAll(/<mark>\\[.*?\\]<\\/mark>/g, "30 Euro");
  editor.setContent(picture + text);
  editor.fire("change");
}"""
MENDED = """() => {
  const editor = window.tinymce.activeEditor;
  editor.setContent(editor.getContent().replaceAll("30 Euro", "35 Euro"));
  editor.fire("change");
}"""


def press(locator):
    """Use a link or a button by keyboard."""
    locator.focus()
    locator.press("Enter")


def save(page):
    press(page.locator("#form-buttons-save"))


def says(page, words):
    expect(page.locator("main")).to_contain_text(words)


def test_from_an_outline_to_a_page_that_is_mended(
    demo, demo_url, new_page, demo_login, axe, monkeypatch
):
    # the catalog looks at a clock of its own, for which six in the morning has to have passed
    begin = formatting.to_local(formatting.now() - timedelta(days=2)).replace(hour=15)
    six = (begin + timedelta(days=1)).replace(hour=6, minute=0, second=0, microsecond=0)
    monkeypatch.setattr(formatting, "now", lambda: begin)

    def enter(name, **kind):
        page = new_page(**kind)
        if name:
            demo_login(page, name)
        page.goto(demo_url)
        return page

    # by keyboard alone: from „Mein Hub“ to the editor, with what was forgotten told at its place
    editor = enter("lensahn-redaktion")
    press(editor.get_by_role("link", name="Seite aus Vorlage schreiben"))
    save(editor)
    says(editor, "2 Angaben fehlen noch oder stimmen nicht")
    editor.get_by_label("Leistungsbeschreibung").press("Space")
    editor.get_by_label("Titel der neuen Seite").press_sequentially(TITLE)
    save(editor)
    wait_for_editor(editor)
    assert axe(editor) == []
    editor.evaluate(PASTED)
    editor.get_by_label("Kenntnisnahme erforderlich").press("Space")
    save(editor)
    says(editor, "Bis wann: Bitte tragen Sie ein, bis wann die Seite zu bestätigen ist.")
    wait_for_editor(editor)
    day = (begin + timedelta(days=20)).date()
    editor.get_by_label("Bis wann").fill(day.isoformat())
    save(editor)
    address = f"{demo_url}/partner/lensahn/{TITLE.lower()}"
    says(editor, "Ein Bild sagt nicht, was es zeigt.")

    # the alternative text is asked for, given where it is missing, and the page handed in
    press(editor.get_by_role("link", name="Seite prüfen").last)
    assert axe(editor) == []
    editor.get_by_label("Was das Bild zeigt").press_sequentially("Der Parkplatz am Markt")
    press(editor.get_by_role("button", name="Bildtexte speichern"))
    says(editor, "Es wurde nichts gefunden.")
    press(editor.get_by_role("link", name="Weiter zur Seite"))
    press(editor.get_by_role("button", name="Zur Freigabe einreichen"))
    says(editor, "Jetzt dran: Prüfung Lensahn")

    # the reviewer finds it on the phone and lets it appear at six in the morning
    reviewer = enter("lensahn-pruefung", viewport=PHONE)
    reviewer.goto(f"{demo_url}/@@inbox")
    reviewer.get_by_role("link", name=TITLE).first.click()
    assert axe(reviewer) == []
    reviewer.get_by_text("Erst später zeigen").click()
    reviewer.locator("[name=effective]").first.fill(f"{six:%Y-%m-%dT%H:%M}")
    reviewer.get_by_role("button", name="Veröffentlichen", exact=True).click()
    says(reviewer, "erscheint von selbst am")
    citizen = enter(None, viewport=PHONE)
    assert citizen.goto(address).status == 404

    # it appears at its minute
    monkeypatch.setattr(formatting, "now", lambda: six)
    transaction.begin()
    job = getUtility(IJob, "appearing")
    with as_system(demo["portal"]):
        for key in job.due(six):
            job.do(key, six)
    transaction.commit()
    assert citizen.goto(address).status == 200
    assert axe(citizen) == []

    # a colleague confirms it, in the dark
    colleague = enter("lensahn-mitarbeit", viewport=PHONE, scheme="dark")
    colleague.goto(f"{demo_url}/@@kenntnisnahmen")
    colleague.locator("main").get_by_role("link", name=TITLE).first.click()
    assert axe(colleague) == []
    colleague.get_by_role("button", name="Ich habe die Seite gelesen").click()
    says(colleague, CONFIRMED)

    # a citizen reports a mistake; the form is no faster than people are
    citizen.get_by_role("link", name="Stimmt hier etwas nicht?").click()
    assert axe(citizen) == []
    citizen.get_by_label("Was stimmt nicht?").fill("Es kostet jetzt 35 Euro.")
    monkeypatch.setattr(formatting, "now", lambda: six + timedelta(seconds=30))
    citizen.get_by_role("button", name="Absenden").click()
    says(citizen, "Vielen Dank")

    # the editor reads it and mends it on a working copy, which somebody else releases
    editor = enter("lensahn-redaktion", scheme="dark")
    editor.goto(f"{address}/@@meldungen")
    says(editor, "Es kostet jetzt 35 Euro.")
    assert axe(editor) == []
    press(editor.get_by_role("link", name="Ändern", exact=True))
    press(editor.get_by_role("button", name="Arbeitskopie anlegen"))
    wait_for_editor(editor)
    editor.evaluate(MENDED)
    save(editor)
    says(editor, "Das ist eine Arbeitskopie.")
    press(editor.get_by_role("button", name="Zur Freigabe einreichen"))
    says(editor, "Jetzt dran: Prüfung Lensahn")
    citizen.goto(address)
    says(citizen, "30 Euro")
    reviewer = enter("lensahn-pruefung", viewport=PHONE)
    reviewer.goto(f"{demo_url}/@@inbox")
    reviewer.get_by_role("link", name=TITLE).first.click()
    reviewer.get_by_role("button", name="Veröffentlichen", exact=True).click()
    says(reviewer, "steht jetzt auf „Öffentlich“")
    citizen.goto(address)
    says(citizen, "35 Euro")
    colleague.goto(address)
    says(colleague, CONFIRMED)  # a small change keeps what was confirmed
