"""What the page of a material says of its file: to those who look after it."""

from html import unescape
from kommunalhub.core.jobs.system import as_system
from kommunalhub.search.reading import operations
from kommunalhub.workshops import revisions
from search.reading import files

import requests
import transaction


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
    assert [text for _kind, _number, _label, text in operations.parts_of(material)] == [
        "Zweite Fassung"
    ]
