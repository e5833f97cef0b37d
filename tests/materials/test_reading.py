"""What the page of a material says of its file: to those who look after it."""

from html import unescape
from kommunalhub.approvals import revisions
from kommunalhub.core.acting import as_system
from kommunalhub.search.reading import operations
from pathlib import Path
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from search.reading import files
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import requests
import transaction


CASES = Path(__file__).parents[1] / "search" / "reading" / "cases"


def said(hub, functional, who, url):
    browser = hub.browser(functional, who)
    browser.open(url)
    return unescape(browser.contents)


def test_being_read_and_what_came_of_it(hub, functional, web):
    material = hub.add_material(web, file=hub.pdf("scan.pdf", files.scanned_pdf()))
    transaction.commit()
    url = material.absolute_url()
    page = said(hub, functional, "anna", url)
    assert "Die Datei wird gelesen …" in page
    assert "Seite neu laden" in page
    with as_system(web):
        operations.read_waiting(web)
    page = said(hub, functional, "anna", url)
    assert "Die Datei hat keinen durchsuchbaren Text" in page
    assert "Seite neu laden" not in page


def test_readers_are_told_nothing_and_rest_everything(hub, functional, web):
    material = hub.add_material(web, file=hub.pdf("scan.pdf", files.scanned_pdf()))
    hub.bring_to(material, "public")
    transaction.commit()
    with as_system(web):
        operations.read_waiting(web)
    assert "durchsuchbaren Text" not in said(hub, functional, "lena", material.absolute_url())
    answer = requests.get(
        material.absolute_url(),
        headers={"Accept": "application/json", "Accept-Language": "de"},
        auth=("lena", hub.PASSWORD),
    ).json()["file_reading"]
    assert (answer["status"], answer["outcome"], answer["reason"]) == ("failed", "empty", "scanned")
    assert "kein" in answer["message"]


def test_what_is_said_in_a_video_is_found_and_can_be_read(hub, functional, web):
    subtitles = NamedBlobFile(
        b"WEBVTT\n\n00:02:05.000 --> 00:02:08.000\nDer <i>Zuwendungsbescheid</i> kommt.\n",
        filename="vortrag.vtt",
        contentType="text/html",
    )
    material = hub.add_material(
        web, file=None, video_url="https://video.example.org/w/1", subtitles=subtitles
    )
    assert material.subtitles.contentType == "text/plain"
    hub.bring_to(material, "internal")
    transaction.commit()
    url = material.absolute_url()
    assert "Die Datei wird gelesen …" in said(hub, functional, "anna", url)
    with as_system(web):
        operations.read_waiting(web)
    page = said(hub, functional, "mia", url)
    assert "Was im Video gesagt wird" in page
    assert 'id="s125"' in page
    assert "Der Zuwendungsbescheid kommt." in page
    session = hub.rest("mia")
    found = session.get(f"{web.absolute_url()}/@materials?q=Zuwendungsbescheide").json()["items"]
    assert [(hit["place"], hit["place_url"]) for hit in found] == [("ab 2:05", f"{url}?t=125#s125")]
    page = said(hub, functional, "mia", f"{web.absolute_url()}/@@search?q=Zuwendungsbescheid")
    assert f'href="{url}?t=125#s125"' in page


def test_a_file_goes_before_subtitles(hub, web):
    subtitles = NamedBlobFile(
        b"1\n00:02:05,000 --> 00:02:08,000\nGesagtes\n", filename="vortrag.srt"
    )
    material = hub.add_material(
        web,
        file=hub.pdf("a.pdf", files.pdf("Geschriebenes")),
        video_url="https://video.example.org/w/1",
        subtitles=subtitles,
    )
    transaction.commit()
    with as_system(web):
        operations.read_waiting(web)
    assert [part.text for part in operations.parts_of(material)] == ["Geschriebenes"]
    material.file = None
    notify(ObjectModifiedEvent(material))
    transaction.commit()
    with as_system(web):
        operations.read_waiting(web)
    assert [part.text for part in operations.parts_of(material)] == ["Gesagtes"]


def test_an_approved_revision_is_read(hub, web):
    """The file of the original is another one then."""
    material = hub.add_material(web, file=hub.pdf("a.pdf", files.pdf("Erste Fassung")))
    hub.bring_to(material, "internal")
    transaction.commit()
    with hub.As("anna"):
        revision = revisions.revise(material)
        revision.file = hub.pdf("b.pdf", files.pdf("Zweite Fassung"))
        transaction.commit()
    hub.step(revision, "anna", "submit")
    hub.step(revision, "rita", "approve")
    transaction.commit()
    with as_system(web):
        operations.read_waiting(web)
    assert [part.text for part in operations.parts_of(material)] == ["Zweite Fassung"]


def test_the_text_of_a_material_is_words(hub, web):
    names = ("umbruch-text.html", "text-mit-bild.html", "unterstrichen.html")
    markup = "".join((CASES / name).read_text() for name in names)
    text = RichTextValue(markup, "text/html", "text/x-html-safe")
    material = hub.add_material(web, file=None, text=text)
    catalog = api.portal.get_tool("portal_catalog")
    [brain] = catalog.unrestrictedSearchResults(UID=material.UID())
    record = catalog._catalog.getIndex("fulltext").getEntryForObject(brain.getRID())
    body = record.fields()["body"]
    assert "Ansprechstelle Hafenamt\nSchifferstraße\nAbsatzschluss\nFolgeabsatz" in body
    assert "Gewässerunterhaltung im Bild\nGraben" in body
    assert "Förderantrag und Zuwendung, Abwasserbeseitigungskonzept" in body
    assert "<" not in body
    assert "resolveuid" not in body
