"""Certificates: only for who was there, once, with one number, the same bytes for ever."""

from datetime import timedelta
from html import unescape
from io import BytesIO
from kommunalhub.core import formatting
from kommunalhub.workshops import certificates
from kommunalhub.workshops import operations
from kommunalhub.workshops.operations import Applicant
from plone import api
from pypdfium2 import PdfDocument
from transaction import TransactionManager
from ZODB.POSException import ConflictError

import pytest
import re
import transaction


def held(hub, portal, monkeypatch):
    """Return a public workshop that was held: Mia and Uta were there, Max was not."""
    workshop = hub.add_workshop(portal, is_public=True, capacity=5)
    hub.register(workshop, "mia", "max")
    operations.register(workshop, Applicant("Uta Ohne", "uta@example.org"))
    later = formatting.now() + timedelta(days=21)
    monkeypatch.setattr(formatting, "now", lambda: later)
    for number, attended in ((1, True), (2, False), (3, True)):
        operations.note_attendance(workshop, number, attended)
    with hub.As("trude"):
        hub.step(workshop, "close_registration")
        hub.step(workshop, "hold")
    return workshop


def test_who_was_there_gets_one_before_anybody_looks(hub, portal, monkeypatch):
    workshop = held(hub, portal, monkeypatch)  # customcert #659
    found = [certificates.certificate_of(portal, workshop.UID(), n) for n in (1, 2, 3)]
    assert [one and one.number for one in found] == ["TB-2026-00001", None, "TB-2026-00002"]
    day = formatting.day(formatting.now())  # customcert #113: never a date that comes later
    assert {one.facts["issued"] for one in found if one} == {day}
    told = [one.recipient for one in hub.mails(portal) if one.subject.startswith("Ihre Besch")]
    assert sorted(told) == ["mia@example.org", "uta@example.org"]
    operations.note_attendance(workshop, 1, None)
    operations.note_attendance(workshop, 1, True)
    assert certificates.certificate_of(portal, workshop.UID(), 1).number == "TB-2026-00001"
    operations.note_attendance(workshop, 2, True)
    assert certificates.certificate_of(portal, workshop.UID(), 2).number == "TB-2026-00003"


def test_nobody_has_one_before_the_workshop_was_held(hub, portal):
    workshop = hub.add_workshop(portal)
    hub.register(workshop, "mia")
    operations.note_attendance(workshop, 1, True)
    assert certificates.certificate_of(portal, workshop.UID(), 1) is None


def test_it_stays_as_it_was_issued_when_all_else_is_gone(hub, portal, monkeypatch):
    workshop = held(hub, portal, monkeypatch)  # customcert #765
    one = certificates.certificate_of(portal, workshop.UID(), 1)
    first = certificates.pdf_bytes(portal, one)
    code = one.code
    workshop.title = "Anderer Titel"
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(workshop, check_linkintegrity=False)
    [kept] = certificates.held_by(portal, "user:mia")
    assert certificates.pdf_bytes(portal, kept) == first
    assert kept.code == code
    text = PdfDocument(BytesIO(first))[0].get_textpage().get_text_bounded()
    for words in ("Mia Beispiel", "Rechnungen digital", "TB-2026-00001", code, "3 Stunden"):
        assert words in text
    assert b"pdfuaid" in first


def test_of_two_issued_at_once_one_is_tried_again(functional, hub, web, monkeypatch):
    workshop = held(hub, web, monkeypatch)
    transaction.commit()
    path, database = web.getPhysicalPath(), web._p_jar.db()
    tries = []
    for number in (11, 12):
        manager = TransactionManager()
        connection = database.open(transaction_manager=manager)
        portal = connection.root()["Application"].unrestrictedTraverse(path)
        store = certificates.store_of(portal)
        store.last += 1
        store.issued[f"TB-{number}"] = certificates.Certificate({"number": number}, ())
        tries.append((manager, connection))
    tries[0][0].commit()
    with pytest.raises(ConflictError):
        tries[1][0].commit()
    for manager, connection in tries:
        manager.abort()
        connection.close()
    assert workshop is not None


def test_only_the_holder_downloads_it_and_anybody_verifies(functional, hub, web, monkeypatch):
    workshop = held(hub, web, monkeypatch)
    transaction.commit()
    site = web.absolute_url()
    url = f"{site}/@@bescheinigung.pdf?number=TB-2026-00001"
    for who in (None, "max", "trude", "hilde"):
        assert hub.rest(who).get(url, allow_redirects=False).status_code in (302, 401, 404), who
    first, again = (hub.rest("mia").get(url) for _number in (1, 2))
    assert first.status_code == 200
    assert first.content == again.content
    browser = hub.browser(functional, "mia")
    browser.open(f"{site}/@@meine-bescheinigungen")
    assert browser.getLink("Rechnungen digital").url == url
    outside = [one for one in hub.mails(web) if one.recipient == "uta@example.org"][-1]
    one = certificates.certificate_of(web, workshop.UID(), 3)
    link = re.search(r"http\S+bescheinigung\.pdf\S+", outside.text)[0]
    assert hub.rest().get(link).content.startswith(b"%PDF")
    wrong = link.replace("TB-2026-00002", "TB-2026-00001")
    assert hub.rest().get(wrong, allow_redirects=False).status_code in (302, 401, 404)
    visitor = hub.browser(functional)
    visitor.open(f"{site}/@@bescheinigung-pruefen")
    for code, said in (("0000-0000-0000-0000", "gibt es nicht"), (one.code, "ist echt")):
        visitor.getControl(name="number").value = one.number
        visitor.getControl(name="code").value = code
        visitor.getControl("Prüfen").click()
        assert said in unescape(visitor.contents)
        assert ("Uta Ohne" in visitor.contents) is (code == one.code)
    by_code = hub.visitor(None).get(certificates.verify_link(web, one))
    assert "Uta Ohne" in by_code.text
    assert by_code.headers["Referrer-Policy"] == "no-referrer"
    wrong = certificates.verify_link(web, one)[:-1] + "x"
    assert "Uta Ohne" not in hub.visitor(None).get(wrong).text
    browser.open(f"{site}/@@meine-bescheinigungen")
    assert 'class="code"' in browser.contents
    assert browser.getLink("Bescheinigung prüfen").url.startswith(f"{site}/@@bescheinigung-pru")
    mine = f"{site}/@certificates"
    [item] = hub.rest("mia").get(mine).json()["items"]
    assert (item["number"], item["@id"]) == ("TB-2026-00001", url)
    assert hub.rest("max").get(mine).json()["items_total"] == 0
    assert hub.rest().get(mine).status_code == 401
