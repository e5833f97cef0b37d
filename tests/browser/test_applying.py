"""Applying without fear: nothing is made twice, nothing typed is lost, files come along."""

from browser.conftest import fill_in_log_in
from kommunalhub.site.accounts import DEMO_PASSWORD
from playwright.sync_api import expect
from plone import api

import pytest
import transaction


FORM = "/foerderung/beratungen/malente/++add++FundingConsultation"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
TITLE, GOAL = "#form-widgets-title", "#form-widgets-goal"
SAVE, SUBMIT = "#form-buttons-save", "#form-buttons-submit"


def named(name, data=PDF):
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


@pytest.fixture
def cases(demo):
    """Return a function that gives the cases with a title, as they are stored now."""

    def cases(title):
        transaction.begin()
        folder = demo["portal"]["foerderung"]["beratungen"]["malente"]
        return [case for case in folder.objectValues() if case.title == title]

    return cases


@pytest.fixture
def fill(demo_url, demo_login, new_page):
    """Return a function that opens the form and fills in what it needs."""

    def fill(title, script=True, user="malente-redaktion"):
        page = new_page(script=script)
        demo_login(page, user)
        page.goto(demo_url + FORM)
        page.fill(TITLE, title)
        page.fill(GOAL, "Dicht und warm.")
        return page

    return fill


def test_back_and_saved_again_makes_no_second_case(fill, cases):
    title = "Zurück"
    page = fill(title)
    page.click(SAVE)
    page.wait_for_selector("ol.line")
    address = page.url
    page.go_back()
    page.wait_for_selector("form.hubform")
    if page.input_value(TITLE) != title:  # not every browser keeps what was typed
        page.fill(TITLE, title)
        page.fill(GOAL, "Dicht und warm.")
    page.click(SAVE)
    page.wait_for_selector("ol.line")
    assert page.url == address
    assert "schon gespeichert" in page.locator(".messages").inner_text()
    assert len(cases(title)) == 1


def test_the_very_same_from_another_form_is_asked_about(fill, cases):
    for _time in range(2):
        page = fill("Zweimal gefragt", script=False)
        page.click(SAVE)
        page.wait_for_load_state()
    page.wait_for_selector("#hinweis")
    assert len(cases("Zweimal gefragt")) == 1
    page.click(SAVE)
    page.wait_for_selector("ol.line")
    assert len(cases("Zweimal gefragt")) == 2


def test_back_and_changed_asks_before_a_second_case(fill, cases):
    page = fill("Erster Plan")
    page.click(SAVE)
    page.wait_for_selector("ol.line")
    page.go_back()
    page.wait_for_selector("form.hubform")
    page.fill(TITLE, "Zweiter Plan")
    page.fill(GOAL, "Dicht und warm.")
    page.click(SAVE)
    page.wait_for_selector("#hinweis")
    assert page.evaluate("document.activeElement.id") == "hinweis"
    assert page.get_by_role("link", name="Erster Plan").count() == 1
    assert page.input_value(TITLE) == "Zweiter Plan"
    assert cases("Zweiter Plan") == []
    page.click(SAVE)
    page.wait_for_selector("ol.line")
    assert len(cases("Erster Plan")) == len(cases("Zweiter Plan")) == 1


def test_a_double_click_and_a_request_sent_twice_make_one_case(fill, cases):
    page = fill("Doppelt")
    page.dblclick(SAVE)
    page.wait_for_selector("ol.line")
    assert len(cases("Doppelt")) == 1
    # two at once, as two windows or a nervous network send them
    page = fill("Zweimal")
    addresses = page.evaluate(
        """async () => {
          const form = document.querySelector('form.hubform');
          const send = () => {
            const data = new FormData(form);
            data.append('form.buttons.save', '1');
            return fetch(form.action, {method: 'POST', body: data}).then(answer => answer.url);
          };
          return Promise.all([send(), send(), send()]);
        }"""
    )
    assert len(set(addresses)) == 1, addresses
    assert len(cases("Zweimal")) == 1


@pytest.mark.parametrize("script", [True, False])
def test_an_ended_session_loses_nothing_that_was_typed(fill, cases, script):
    title = f"Sitzung zu Ende {script}"
    page = fill(title, script)
    page.check("#form-widgets-topics-0")
    page.set_input_files("#files", [named("Lageplan.pdf")])
    page.context.clear_cookies()
    page.click(SUBMIT)
    page.wait_for_selector("#__ac_name")
    assert cases(title) == []
    fill_in_log_in(page, "malente-redaktion", DEMO_PASSWORD)
    page.wait_for_selector("form.hubform")
    assert page.input_value(TITLE) == title
    assert page.input_value(GOAL) == "Dicht und warm."
    assert page.is_checked("#form-widgets-topics-0")
    said = page.locator(".formpage .message").inner_text()
    assert "noch nicht gespeichert" in said
    assert "Lageplan.pdf" in said
    page.click(SAVE)
    page.wait_for_selector("ol.line")
    assert len(cases(title)) == 1


def test_what_one_person_typed_is_nobody_elses(fill, cases, demo_url):
    page = fill("Nur für mich")
    page.context.clear_cookies()
    page.click(SAVE)
    page.wait_for_selector("#__ac_name")
    fill_in_log_in(page, "malente-mitarbeit", DEMO_PASSWORD)
    page.wait_for_selector("form.hubform")
    assert "_typed=" in page.url
    assert page.input_value(TITLE) == ""
    assert page.locator(".formpage .message").count() == 0
    assert cases("Nur für mich") == []


def test_a_form_of_somebody_else_is_not_saved(fill, cases, demo_login):
    page = fill("Andere Person")
    page.context.clear_cookies()
    other = page.context.new_page()
    demo_login(other, "malente-mitarbeit")
    page.click(SAVE)
    page.wait_for_selector("form.hubform .message.warning")
    assert page.input_value(TITLE) == "Andere Person"
    assert cases("Andere Person") == []
    page.click(SAVE)
    page.wait_for_selector("ol.line")
    (case,) = cases("Andere Person")
    assert case.Creator() == "malente-mitarbeit"


@pytest.mark.parametrize("script", [True, False])
def test_several_files_come_along(fill, cases, script):
    title = f"Mit Unterlagen {script}"
    page = fill(title, script)
    page.set_input_files("#files", [named("Lageplan.pdf"), named("Kosten.txt", b"1.000")])
    page.click(SUBMIT)
    page.wait_for_selector("ol.line")
    (case,) = cases(title)
    assert sorted(file.file.filename for file in case.objectValues()) == [
        "Kosten.txt",
        "Lageplan.pdf",
    ]
    assert api.content.get_state(case) == "submitted"
    assert "Lageplan" in page.locator("#unterlagen").inner_text()


def test_a_refused_file_is_named_and_the_others_stay_chosen(fill, cases):
    page = fill("Mit schlechter Datei")
    page.set_input_files("#files", [named("Plan.pdf"), named("Virus.exe"), named("Leer.pdf", b"")])
    assert "nehmen wir nicht an" in page.locator(".drop li", has_text="Virus.exe").inner_text()
    page.click(SAVE)
    page.wait_for_selector("#fehler")
    summary = page.locator("#fehler").inner_text()
    assert "Virus.exe" in summary
    assert "Leer.pdf" in summary
    assert cases("Mit schlechter Datei") == []
    chosen = "[...document.querySelector('#files').files].map(file => file.name)"
    assert page.evaluate(chosen) == ["Plan.pdf"]
    page.click(SAVE)
    page.wait_for_selector("ol.line")
    (case,) = cases("Mit schlechter Datei")
    assert [file.file.filename for file in case.objectValues()] == ["Plan.pdf"]


def test_without_script_the_files_to_choose_again_are_named(fill, cases):
    page = fill("Ohne Skript", script=False)
    page.set_input_files("#files", [named("Plan.pdf"), named("Virus.exe")])
    page.click(SAVE)
    page.wait_for_selector("#fehler")
    assert "noch einmal aus: Plan.pdf" in page.locator("#formfield-files .wrong").inner_text()
    assert cases("Ohne Skript") == []


def test_files_are_chosen_bit_by_bit_dropped_and_taken_out(fill):
    page = fill("Nach und nach")
    page.set_input_files("#files", [named("Eins.pdf")])
    page.focus("#files")
    page.set_input_files("#files", [named("Zwei.pdf")])
    page.evaluate(
        """() => {
          const moved = new DataTransfer();
          moved.items.add(new File(['x'], 'Drei.txt'));
          document.querySelector('.drop').dispatchEvent(
            new DragEvent('drop', {dataTransfer: moved, bubbles: true, cancelable: true}));
        }"""
    )
    rows = page.locator(".drop li")
    assert [row.split(" ")[0] for row in rows.all_inner_texts()] == [
        "Eins.pdf",
        "Zwei.pdf",
        "Drei.txt",
    ]
    page.get_by_role("button", name="Herausnehmen: Zwei.pdf").click()
    chosen = "[...document.querySelector('#files').files].map(file => file.name)"
    assert page.evaluate(chosen) == ["Eins.pdf", "Drei.txt"]


@pytest.mark.parametrize("script", [True, False])
def test_a_long_list_is_filtered_and_loses_nothing(fill, script):
    page = fill("Gefiltert", script)
    boxes = page.locator("#formfield-form-widgets-topics .pick")
    everything = boxes.count()
    page.get_by_label("Tourismus").check()
    page.fill("#form-widgets-topics-filter", "energie")
    if not script:
        page.locator("#formfield-form-widgets-topics .filter button").click()
        page.wait_for_selector("form.hubform")
    shown = [box for box in boxes.all() if box.is_visible()]
    assert 2 <= len(shown) < everything
    assert page.get_by_label("Tourismus").is_checked()
    assert page.input_value(TITLE) == "Gefiltert"


def test_programmes_appear_beside_the_form(demo_url, demo_login, new_page, axe):
    page = new_page()
    demo_login(page, "malente-redaktion")
    page.goto(f"{demo_url}/foerderung/beratungen/malente/++add++FundingConsultation")
    beside = page.locator("[data-live]")
    expect(beside).to_be_hidden()
    page.get_by_label("Energie und Klimaschutz").check()
    expect(beside.get_by_role("status")).to_contain_text("Programme passen.")
    page.locator("[name='form.widgets.total_cost']").fill("184.500")
    expect(beside.get_by_text("Bis zu 166.050,00 € sind möglich (90 %).").first).to_be_visible()
    assert axe(page) == []
    page.get_by_label("Energie und Klimaschutz").uncheck()
    page.locator("[name='form.widgets.total_cost']").fill("")
    expect(beside).to_be_hidden()
