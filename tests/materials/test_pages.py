"""The pages of the materials, through the door that people use."""

from html import unescape
from io import BytesIO
from plone.app.textfield.value import RichTextValue
from zExceptions import Unauthorized

import pytest
import transaction


SEVERAL = {"topics", "audience", "level"}


@pytest.fixture
def site(web):
    return web.absolute_url()


def text(browser):
    return unescape(browser.contents)


def fill(browser, **values):
    for name, value in values.items():
        suffix = ":list" if name in SEVERAL else ""
        browser.getControl(name=f"form.widgets.{name}{suffix}").value = value


def choose_file(browser, data, name="vergabe.pdf"):
    control = browser.getControl(name="form.widgets.file")
    control.add_file(BytesIO(data), "application/octet-stream", name)


def save(browser):
    browser.getControl(name="form.buttons.save").click()


def at_field(browser, name):
    """Return the markup of one field of the form."""
    contents = text(browser)
    start = contents.index(f'data-fieldname="form.widgets.{name}"')
    return contents[start : contents.find('data-fieldname="', start + 20)]


def test_an_editor_submits_a_material_and_a_reviewer_publishes_it(hub, functional, site, web):
    browser = hub.browser(functional, "anna")
    browser.open(f"{site}/materialien")
    browser.getLink("Unterlage einreichen").click()
    assert browser.url.endswith("/materialien/++add++WorkshopMaterial")
    assert "IPartnered" not in browser.contents
    fill(browser, title="Vergabe für Einsteiger:innen", topics=["vergabe"], level=["beginner"])
    choose_file(browser, hub.PDF)
    save(browser)
    assert "/materialien/m-" in browser.url
    assert "Der Entwurf ist gespeichert." in text(browser)
    assert "Sie sind dran" in text(browser)
    browser.getControl("Zur Prüfung einreichen").click()
    transaction.begin()
    (material,) = web["materialien"].objectValues()
    assert (hub.state(material), material.partner) == ("pending", "malente")

    browser = hub.browser(functional, "rita")
    browser.open(material.absolute_url())
    assert "Sie sind dran" in text(browser)
    browser.getControl("Veröffentlichen").click()
    browser = hub.browser(functional)
    browser.open(f"{site}/materialien")
    browser.getLink("Vergabe für Einsteiger:innen").click()
    browser.getLink("Herunterladen").click()
    assert browser.headers["Content-Type"] == "application/pdf"
    assert browser.headers["Content-Disposition"].startswith("attachment")


def test_a_material_is_submitted_at_once(hub, functional, site, web):
    browser = hub.browser(functional, "anna")
    browser.open(f"{site}/@@unterlage-einreichen")
    fill(browser, title="Vergabe", video_url="https://video.example.org/w/1")
    browser.getControl(name="form.buttons.submit").click()
    assert "Die Unterlage ist eingereicht." in text(browser)
    transaction.begin()
    (material,) = web["materialien"].objectValues()
    assert hub.state(material) == "pending"


def test_wrong_values_are_told_at_their_fields_and_kept(hub, functional, site, web):
    browser = hub.browser(functional, "anna")
    browser.open(f"{site}/@@unterlage-einreichen")
    fill(
        browser,
        title="Umlaute: Ä Ö Ü",
        video_url="http://video.example.org",
        valid_until="2027-01-01",
        review_on="2027-06-01",
    )
    choose_file(browser, hub.PDF[:-8])
    save(browser)
    assert browser.url.endswith("++add++WorkshopMaterial")
    assert "beschädigt oder unvollständig" in at_field(browser, "file")
    assert "beginnt mit https://" in at_field(browser, "video_url")
    assert "vor dem letzten Tag der Gültigkeit" in at_field(browser, "review_on")
    assert browser.getControl(name="form.widgets.title").value == "Umlaute: Ä Ö Ü"
    transaction.begin()
    assert web["materialien"].objectIds() == []


def test_a_material_without_content_is_refused_at_the_file(hub, functional, site):
    browser = hub.browser(functional, "anna")
    browser.open(f"{site}/@@unterlage-einreichen")
    fill(browser, title="Leer")
    save(browser)
    assert "eine Datei, den Link zu einem Video oder einen Text" in at_field(browser, "file")


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "x.pdf", "Die Datei ist leer."),
        (b"MZ\x90", "x.exe", "Dateien dieser Art nehmen wir nicht an."),
        (b"<html></html>", "x.pdf", "Der Inhalt der Datei passt nicht zu ihrem Namen."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "x.docx", "in einem alten Office-Format"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "x.docx",
            "Die Datei ist mit einem Passwort geschützt",
        ),
        (b"PK\x03\x04", "vorlage.docm", "Die Datei enthält Makros"),
    ],
)
def test_each_bad_file_has_its_sentence(hub, functional, site, data, name, sentence):
    browser = hub.browser(functional, "anna")
    browser.open(f"{site}/@@unterlage-einreichen")
    fill(browser, title="Unterlage")
    choose_file(browser, data, name)
    save(browser)
    assert sentence in at_field(browser, "file")


@pytest.mark.parametrize("who", ["mia", "rita", "gast"])
def test_who_may_not_add_reads_who_can_help(hub, functional, site, who):
    browser = hub.browser(functional, who)
    browser.open(f"{site}/@@unterlage-einreichen")
    assert "Bitte geben Sie Ihre Unterlage der Redaktion" in text(browser)
    with pytest.raises(Unauthorized):
        browser.open(f"{site}/materialien/++add++WorkshopMaterial")


def test_a_visitor_is_asked_to_log_in_not_to_register(hub, functional, site):
    browser = hub.browser(functional)
    browser.open(f"{site}/@@unterlage-einreichen")
    assert "Ich habe ein Konto" in text(browser)
    assert "Ich bin neu hier" not in text(browser)


def test_the_list_shows_what_a_person_may_read(hub, functional, site, web):
    for state in hub.TO:
        hub.bring_to(hub.add_material(web, title=f"Unterlage-{state}"), state)
    transaction.commit()
    seen = {}
    for who in (None, "gast", "lena", "mia", "anna"):
        browser = hub.browser(functional, who)
        browser.open(f"{site}/materialien")
        seen[who] = {state for state in hub.TO if f"Unterlage-{state}<" in browser.contents}
    assert seen == {
        None: {"public"},
        "gast": {"public"},
        "lena": {"public", "internal", "due_for_review"},
        "mia": {"public", "internal", "due_for_review", "pending"},
        "anna": {"public", "internal", "due_for_review", "pending", "draft", "returned"},
    }


def test_the_list_is_filtered(hub, functional, site, web):
    hub.bring_to(
        hub.add_material(web, title="Datenschutz-Folien", topics={"datenschutz"}), "public"
    )
    hub.bring_to(hub.add_material(web, title="Vergabe-Folien"), "public")
    transaction.commit()
    browser = hub.browser(functional)
    browser.open(f"{site}/materialien")
    assert "2 Unterlagen" in text(browser)
    browser.getControl(name="thema").value = ["datenschutz"]
    browser.getControl("Anzeigen").click()
    assert "1 Unterlage" in text(browser)
    assert "Datenschutz-Folien" in text(browser)
    assert "Vergabe-Folien" not in text(browser)
    for query, count in {
        "zielgruppe=citizens": "0 Unterlagen",
        "niveau=beginner&dateityp=pdf": "2 Unterlagen",
        "dateityp=video": "0 Unterlagen",
        "thema=unsinn": "2 Unterlagen",
        "b_start=99": "2 Unterlagen",
    }.items():
        browser.open(f"{site}/materialien?{query}")
        assert count in text(browser), query


def test_an_empty_list_helps(hub, functional, site):
    browser = hub.browser(functional, "anna")
    browser.open(f"{site}/materialien")
    assert "Die erste Unterlage einreichen" in text(browser)


def test_readers_see_the_material_and_not_how_it_was_decided(hub, functional, web):
    material = hub.add_material(
        web,
        text=RichTextValue("<p>So geht es.</p>", "text/html", "text/x-html-safe"),
        video_url="https://video.example.org/w/1",
        licence="cc_by",
    )
    hub.step(material, "anna", "submit")
    hub.step(material, "rita", "publish", "Sehr gut, Anna!")
    transaction.commit()
    for who in (None, "lena"):
        browser = hub.browser(functional, who)
        browser.open(material.absolute_url())
        shown = text(browser)
        assert "So geht es." in shown
        assert "CC BY 4.0" in shown
        assert "Prüfung Malente" in shown
        assert "video.example.org" in shown
        assert "<iframe" not in shown
        for secret in ("Anna Beispiel", "Rita Beispiel", "Sehr gut", "Verlauf"):
            assert secret not in shown, secret
    browser = hub.browser(functional, "arne")
    browser.open(material.absolute_url())
    assert "Sehr gut, Anna!" in text(browser)


def test_scripts_in_a_text_are_taken_out(hub, functional, web):
    evil = '<p onclick="x()">Hallo<script>alert(1)</script></p>'
    text_value = RichTextValue(evil, "text/html", "text/x-html-safe")
    material = hub.bring_to(hub.add_material(web, text=text_value), "public")
    transaction.commit()
    browser = hub.browser(functional)
    browser.open(material.absolute_url())
    assert "Hallo" in browser.contents
    assert "alert(1)" not in browser.contents
    assert "onclick" not in browser.contents


def status(answer):
    """Return the status; a way to the log-in form counts as 401."""
    to_login = answer.status_code == 302 and "login" in answer.headers["Location"]
    return 401 if to_login else answer.status_code


@pytest.mark.parametrize(
    "way", ["@@download/file", "@@display-file/file", "@@download", "view", ""]
)
def test_a_file_is_guarded_like_its_material(hub, functional, web, way):
    material = hub.bring_to(hub.add_material(web), "internal")
    transaction.commit()
    address = f"{material.absolute_url()}/{way}"
    for who in (None, "gast"):
        answer = hub.visitor(who).get(address, allow_redirects=False)
        assert status(answer) == 404
        assert b"%PDF" not in answer.content
    assert hub.visitor("lena").get(address).status_code == 200


def test_revising_by_the_buttons(hub, functional, web):
    material = hub.bring_to(hub.add_material(web), "public")
    transaction.commit()
    browser = hub.browser(functional, "arne")
    browser.open(material.absolute_url())
    browser.getControl("Überarbeiten").click()
    assert browser.url.endswith("-ueberarbeitung")
    assert "Das ist Ihre Überarbeitung." in text(browser)
    assert browser.getLink("freigegebene Unterlage ansehen").url == material.absolute_url()
    browser.getLink("Bearbeiten").click()
    fill(browser, title="Vergabe, neue Fassung")
    save(browser)
    browser.open(material.absolute_url())
    assert "Vergabe Schritt für Schritt" in text(browser)
    browser.getLink("Überarbeitung ansehen").click()
    browser.getControl("Zur Prüfung einreichen").click()
    address = browser.url

    browser = hub.browser(functional, "rita")
    browser.open(address)
    browser.handleErrors = True  # the way to the original is the answer to "not found"
    browser.getControl("Veröffentlichen").click()
    assert browser.url == material.absolute_url()
    assert "Vergabe, neue Fassung" in text(browser)
    transaction.begin()
    assert web["materialien"].objectIds() == [material.getId()]


def test_discarding_by_the_button(hub, functional, web):
    material = hub.bring_to(hub.add_material(web), "internal")
    transaction.commit()
    browser = hub.browser(functional, "arne")
    browser.open(material.absolute_url())
    browser.getControl("Überarbeiten").click()
    browser.getControl("Endgültig verwerfen").click()
    assert browser.url == material.absolute_url()
    assert "Die Überarbeitung ist verworfen." in text(browser)
    browser.getControl("Überarbeiten").click()
    assert browser.url.endswith("-ueberarbeitung")


def test_a_second_person_is_led_to_the_revision_that_is_there(hub, functional, web):
    material = hub.bring_to(hub.add_material(web), "public")
    transaction.commit()
    first, second = hub.browser(functional, "arne"), hub.browser(functional, "anna")
    for browser in (first, second):
        browser.open(material.absolute_url())
    first.getControl("Überarbeiten").click()
    second.getControl("Überarbeiten").click()
    assert second.url == first.url
    assert "Es gibt schon eine Überarbeitung." in text(second)


def test_plones_own_checkout_comes_to_the_same(hub, functional, web):
    material = hub.bring_to(hub.add_material(web), "public")
    transaction.commit()
    browser = hub.browser(functional, "arne")
    browser.open(f"{material.absolute_url()}/@@content-checkout")
    browser.getControl(name="form.button.Checkout").click()
    assert browser.url.endswith("-ueberarbeitung")


@pytest.mark.parametrize("view", ["@@content-checkin", "@@revise", "edit"])
@pytest.mark.parametrize("who", [None, "gast", "mia", "lena", "rita"])
def test_others_cannot_touch_a_released_material(hub, functional, web, who, view):
    material = hub.bring_to(hub.add_material(web), "public")
    transaction.commit()
    address = f"{material.absolute_url()}/{view}"
    answer = hub.visitor(who).get(address, allow_redirects=False)
    assert status(answer) == (401 if who is None else 403)


def test_who_works_for_one_administration_is_not_asked_which(hub, functional, site, web):
    browser = hub.browser(functional, "toni")
    browser.open(f"{site}/@@unterlage-einreichen")
    partner = browser.getControl(name="form.widgets.IPartnered.partner")
    assert set(partner.options) == {"oldenburg", "malente", "lensahn", "dataport"}
    assert partner.value == [], "nothing is filed under an administration by accident"
    fill(browser, title="Für wen?")
    choose_file(browser, hub.PDF)
    save(browser)
    assert "Bitte wählen Sie etwas aus." in at_field(browser, "IPartnered.partner")
    assert web["materialien"].objectIds() == []
    browser = hub.browser(functional, "lena")
    browser.open(f"{site}/@@unterlage-einreichen")
    assert "IPartnered" not in browser.contents
