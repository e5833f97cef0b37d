"""The frame around our pages."""

from kommunalhub.core.browser.frame import Frame
from kommunalhub.core.statics import fingerprint
from kommunalhub.interfaces import IKommunalhubLayer
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import alsoProvides

import pytest


PAGE = """<html metal:use-macro="context/@@hub-frame/macros/page">
<metal:title fill-slot="title">Kaffee &amp; Kekse</metal:title>
<metal:main fill-slot="main"><div class="wrap"><p>Moin</p></div></metal:main></html>"""


@pytest.fixture
def rendered(integration, tmp_path):
    """Return the HTML of a page in the frame, and its request."""
    request = integration["request"]
    alsoProvides(request, IKommunalhubLayer)
    (tmp_path / "page.pt").write_text(PAGE)
    view = Frame(integration["portal"], request)
    api.portal.show_message("Das ist gespeichert.", request, type="info")
    return ViewPageTemplateFile(str(tmp_path / "page.pt")).__get__(view, Frame)(), request


def test_page_is_whole(rendered):
    html, _ = rendered
    assert html.startswith("<!DOCTYPE html>")
    assert "<title>Kaffee &amp; Kekse – " in " ".join(html.split())
    assert 'href="#inhalt"' in html
    assert '<main id="inhalt"' in html
    assert '<header class="top"' in html
    assert '<footer class="foot"' in html
    assert f"hub.css?v={fingerprint('hub.css')}" in html


def test_page_is_not_themed(rendered):
    _, request = rendered
    assert request.response.getHeader("X-Theme-Disabled") == "1"


def test_message_is_shown_once(rendered):
    html, request = rendered
    assert html.count("Das ist gespeichert.") == 1
    assert Frame(None, request).messages() == []


def test_nothing_comes_from_elsewhere(rendered):
    html, request = rendered
    assert "//" not in html.replace(request["SERVER_URL"], "").replace("http://www.w3.org", "")
