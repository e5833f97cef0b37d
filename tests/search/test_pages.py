"""What the pages of the search show."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.search.browser import settings
from kommunalhub.search.browser.search import FOLDERS
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.textfield.value import RichTextValue
from zope.i18n import translate
from zope.interface import alsoProvides

import pytest


@pytest.fixture
def portal(integration):
    alsoProvides(integration["request"], IKommunalhubLayer)
    login(integration["app"], SITE_OWNER_NAME)
    return integration["portal"]


def told(office, ocr):
    return " ".join(
        translate(one, target_language="de") for one in settings.words.programs(office, ocr)
    )


@pytest.mark.parametrize("office", ["/usr/bin/soffice", None])
@pytest.mark.parametrize("ocr", ["/usr/bin/tesseract", None])
def test_settings_say_which_programs_there_are(portal, monkeypatch, office, ocr):
    monkeypatch.setattr(settings.office, "draws_office", lambda: office)
    monkeypatch.setattr(settings.process, "reads_scans", lambda: ocr)
    html = api.content.get_view("hub-search-controlpanel", portal, portal.REQUEST)()
    assert told(office, ocr) in html
    assert ("LibreOffice fehlt" in html) is (office is None)
    assert ("tesseract fehlt" in html) is (ocr is None)


def test_folders_are_not_among_what_was_changed_last(portal):
    page = api.content.create(portal, "Document", "seite", title="Eine Seite")
    for number in range(8):
        api.content.create(portal, "Folder", f"ordner-{number}", title="Ein Ordner")
    view = api.content.get_view("search", portal, portal.REQUEST)
    view()
    titles = ["".join(piece for piece, _ in hit["title"]) for hit in view.newest()]
    assert "Folder" in FOLDERS
    assert page.title in titles
    assert "Ein Ordner" not in titles


MARKUP = "<p><u>F</u>örderantrag<br>Hafenamt</p><table><tr><td>Amt</td><td>Kreis</td></tr></table>"


@pytest.mark.parametrize("kind", ["Document", "News Item"])
def test_markup_of_a_page_is_no_part_of_its_words(portal, kind):
    text = RichTextValue(MARKUP, "text/html", "text/x-html-safe")
    thing = api.content.create(portal, kind, title=f"Mit {kind}", text=text)
    catalog = api.portal.get_tool("portal_catalog")
    for index in ("fulltext", "SearchableText"):
        for word in ("Förderantrag", "Hafenamt", "Kreis"):
            assert thing.UID() in [brain.UID for brain in catalog(**{index: word})]
    [brain] = catalog(UID=thing.UID())
    record = catalog._catalog.getIndex("fulltext").getEntryForObject(brain.getRID())
    assert "Förderantrag\nHafenamt\nAmt\nKreis" in record.fields()["body"]
