"""A draft is shown to somebody without an account: this page, its pictures, for a time."""

from base64 import b64decode
from datetime import timedelta
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.editorial.copies import operations as copies
from kommunalhub.editorial.writing.preview.bylink import operations
from kommunalhub.editorial.writing.preview.bylink import rules
from kommunalhub.editorial.writing.preview.bylink import storage
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobImage
from plone.protect.authenticator import createToken
from urllib.parse import parse_qs
from urllib.parse import urlsplit
from zExceptions import NotFound
from zope.annotation.interfaces import IAnnotations

import pytest


PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def picture_in(portal, partner):
    with as_builder(portal):
        image = NamedBlobImage(PNG, "image/png", "bild.png")
        return createContentInContainer(portal["partner"][partner], "Image", title="B", image=image)


@pytest.fixture
def draft(portal, write):
    """A draft with a picture of Malente and one of Lensahn."""
    own, other = (picture_in(portal, partner) for partner in ("malente", "lensahn"))
    html = "".join(
        f'<p>Uhr <img alt="{name}" src="resolveuid/{one.UID()}/@@images/image/large" /></p>'
        for name, one in (("Rathaus", own), ("Fremdes", other))
    )
    text = RichTextValue(
        f'{html}<p><a href="/hub/x">weiter</a></p>', "text/html", "text/x-html-safe"
    )
    return write("Document", "Öffnungszeiten", submit=False, text=text)


@pytest.fixture
def link(draft):
    with api.env.adopt_user(username="rolf"):
        return operations.make(draft, 7, "Frau Bürgermeisterin")


@pytest.fixture
def look(portal):
    """Return a function that follows an address as nobody, and returns what is answered."""

    def look(address, name="vorschau-ansehen", **more):
        request = portal.REQUEST
        IAnnotations(request).clear()
        request.form.clear()
        [key] = parse_qs(urlsplit(address).query)["key"]
        request.form.update(key=key, **more)
        request.response.setStatus(200)
        return api.content.get_view(name, portal, request)()

    return look


def test_whoever_has_it_reads_the_page_and_nothing_else(portal, draft, link, look):
    html = look(operations.address_of(draft, link))
    assert "Öffnungszeiten" in html and "Uhr" in html and "weiter</a>" in html
    for hidden in ("/hub/x", "Rolf Redaktion", "Fremdes", "edit-bar", draft.absolute_url()):
        assert hidden not in html, hidden
    response = portal.REQUEST.response
    assert response.getHeader("X-Robots-Tag") == "noindex, nofollow"
    assert response.getHeader("Referrer-Policy") == "no-referrer"
    assert response.getHeader("Cache-Control") == "no-store"


def test_its_pictures_come_along_and_those_of_others_do_not(draft, link, look):
    address = operations.address_of(draft, link)
    assert "picture=0" in look(address)
    assert look(address, "vorschau-bild", picture="0")[:4] == b"\x89PNG"
    for wrong in ("1", "2", "-1", "lead", "x", "99999"):
        with pytest.raises(NotFound):
            look(address, "vorschau-bild", picture=wrong)


def test_taken_back_it_is_good_no_longer(portal, draft, link, look):
    address = operations.address_of(draft, link)
    with api.env.adopt_user(username="rolf"):
        operations.take_back(draft, link.number)
    html = look(address)
    assert portal.REQUEST.response.getStatus() == 404
    assert "Öffnungszeiten" not in html and "gilt nicht mehr" in html
    with pytest.raises(NotFound):
        look(address, "vorschau-bild", picture="0")
    told = [(e["action"], e["actor"]) for e in IJournal(draft) if e["kind"] == "preview"]
    assert told == [("shared", "rolf"), ("taken_back", "rolf")]
    assert "Bürgermeisterin" in IJournal(draft).last("preview")["comment"]


def test_so_it_is_when_its_time_is_over(portal, draft, link, look, monkeypatch):
    address = operations.address_of(draft, link)
    end = link.until
    monkeypatch.setattr(formatting, "now", lambda: end - timedelta(minutes=1))
    assert "Öffnungszeiten" in look(address)
    monkeypatch.setattr(formatting, "now", lambda: end)
    assert "Öffnungszeiten" not in look(address)


def test_what_was_signed_for_something_else_shows_nothing(portal, draft, link, look):
    address = operations.address_of(draft, link)
    for broken in (address[:-2], address.replace("key=", "key=x")):
        assert "Öffnungszeiten" not in look(broken)


def test_a_released_page_is_led_to_or_closed(portal, draft, link, look):
    address = operations.address_of(draft, link)
    with as_builder(portal):
        api.content.transition(draft, "publish")
        look(address)
        assert portal.REQUEST.response.getHeader("Location") == draft.absolute_url()
        api.content.transition(draft, "approve")
    assert "gilt nicht mehr" in look(address)


def test_the_page_of_links_says_what_is_wrong(portal, draft, page):
    request = portal.REQUEST
    request.method = request["REQUEST_METHOD"] = "POST"
    with api.env.adopt_user(username="rolf"):
        token = createToken()
    for wrong in (
        {"whom": "", "days": "7"},
        {"whom": "x" * 101, "days": "7"},
        {"whom": "A", "days": "15"},
    ):
        page("rolf", draft, "vorschau-links", _authenticator=token, **wrong)
        assert request.response.getStatus() == 400
    assert not storage.links_of(draft)
    for number in range(rules.MOST):
        page("rolf", draft, "vorschau-links", _authenticator=token, whom=f"A{number}", days="14")
    page("rolf", draft, "vorschau-links", _authenticator=token, whom="B", days="1")
    assert request.response.getStatus() == 400
    [first, *_rest] = storage.links_of(draft)
    page("rolf", draft, "vorschau-links", _authenticator=token, revoke=first.number)
    assert len(storage.links_of(draft)) == rules.MOST - 1
    request.method = request["REQUEST_METHOD"] = "GET"
    html = page("rolf", draft, "vorschau-links")
    assert html.count("vorschau-ansehen?key=") == rules.MOST - 1


def test_no_copy_has_them(portal, draft, link):
    with as_builder(portal):
        api.content.transition(draft, "publish")
        assert not storage.links_of(copies.start(draft))
