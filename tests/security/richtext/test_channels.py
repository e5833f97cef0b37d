"""Hostile texts on every way in and out: nothing of them reaches a reader."""

from kommunalhub.core.acting import as_builder
from kommunalhub.security.richtext import rules
from lxml import html
from plone import api
from plone.app.textfield.interfaces import IRichText
from plone.app.textfield.interfaces import TransformError
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.dexterity.utils import iterSchemataForType
from security.conftest import PASSWORD
from zope.schema import getFieldsInOrder

import json
import pytest
import transaction


#: Every part of it that must go says so.
HOSTILE = (
    '<p class="pat-boese discreet" data-pat-boese="x" style="position:fixed;--boese:1" id="boese">'
    'Vergabevermerk <a href="javascript:boese()" onclick="boese()">hier</a></p>'
    '<iframe src="https://boese.example/"></iframe><img alt="Bild" src="//boese.example/x">'
    '<script>boese()</script><svg onload="boese()"></svg><form action="//boese.example/"></form>'
)
#: Names the rules give to what stays.
HARMLESS = ("text-boese",)


def rich_fields():
    """Return {portal type: [name of field]} of all rich text in a site; its root shows none."""
    found = {}
    for fti in api.portal.get_tool("portal_types").objectValues("Dexterity FTI"):
        for schema in iterSchemataForType(fti.getId()):
            for name, field in getFieldsInOrder(schema):
                if IRichText.providedBy(field):
                    found.setdefault(fti.getId(), []).append(name)
    found.pop("Plone Site", None)
    return found


def check(text):
    """Assert that nothing of HOSTILE acts in an answer; shown as words it does no harm."""
    tree = html.fromstring(f"<div>{text}</div>") if text.strip() else []
    for element in tree.iter() if len(text.strip()) else ():
        for name, value in element.attrib.items():
            assert "boese" not in name, (name, value)
            assert "boese" not in value or value in HARMLESS, (name, value)
        if element.tag in ("script", "style", "iframe", "svg", "form"):
            assert "boese" not in (element.text or "")
            assert "boese" not in str(element.get("src"))


@pytest.fixture
def planted(site):
    """One object of each type with rich text, written before anybody cleaned anything."""
    transaction.begin()
    made = {}
    with as_builder(site):
        for portal_type, names in rich_fields().items():
            made[portal_type] = createContentInContainer(
                site, portal_type, checkConstraints=False, title=portal_type
            )
            for name in names:
                value = RichTextValue(HOSTILE, "text/html", "text/x-html-safe")
                setattr(made[portal_type], name, value)
            made[portal_type].reindexObject()
    transaction.commit()
    return made


@pytest.fixture
def boss(client, manager):
    client.auth = (manager, PASSWORD)
    return client


def test_there_is_rich_text_in_these_types(planted):
    expected = {"Document", "News Item", "Event", "FundingProgramme", "WorkshopMaterial"}
    assert expected <= set(planted)


def test_all_of_it_is_cleaned_on_its_way_out(site):
    for portal_type, names in rich_fields().items():
        for schema in iterSchemataForType(portal_type):
            for name, field in getFieldsInOrder(schema):
                if name in names and IRichText.providedBy(field):
                    assert field.output_mime_type == "text/x-html-safe", (portal_type, name)


def test_pages_rest_search_and_feeds(planted, boss, site):
    for portal_type, obj in planted.items():
        path = obj.absolute_url().removeprefix(site.absolute_url())
        page = boss.get(path)
        assert page.status_code == 200, (portal_type, page.text[:500])
        assert "Vergabevermerk" in page.text, portal_type
        check(page.text)
        data = boss.api("GET", path).json()
        for name in rich_fields()[portal_type]:
            assert "Vergabevermerk" in data[name]["data"], portal_type
            check(data[name]["data"])
        for view in ("@@history", "@@search?SearchableText=Vergabevermerk"):
            check(boss.get(f"{path}/{view}").text)
    found = boss.api("GET", "/@search?SearchableText=Vergabevermerk&fullobjects=1").text
    assert "position:fixed" not in found and "onclick" not in found
    for feed in ("RSS", "rss.xml", "atom.xml"):
        assert "pat-boese" not in boss.get(f"/{feed}").text


def test_every_media_type_over_rest(planted, boss, site):
    """A client may say what it sends; none of it opens a way past the rules."""
    transaction.begin()
    tool = api.portal.get_tool("portal_transforms")
    read = {str(kind) for each in tool.objectValues() for kind in each.inputs}
    kinds = sorted(read - {"text/x-html-safe"}) + ["text/html; charset=utf-7", "", "x"]
    assert len(kinds) > 10
    page = planted["Document"]
    for kind in kinds:
        page.text = RichTextValue(HOSTILE, kind, "text/x-html-safe")
        try:
            check(page.text.output_relative_to(page) or "")
        except TransformError:  # nothing reads it so: no text at all
            continue
    transaction.abort()
    for value in (
        HOSTILE,
        {"data": HOSTILE},
        {"data": HOSTILE, "content-type": "text/html", "encoding": "utf-8"},
        {"data": HOSTILE, "content-type": "text/x-html-safe"},
        {"data": HOSTILE, "content-type": "text/plain"},
        {"data": HOSTILE, "content-type": "image/svg+xml"},
        {"data": HOSTILE.replace("<", "&lt;"), "content-type": "text/html"},
        {"data": HOSTILE, "mime-type": "text/x-html-safe", "outputMimeType": "text/html"},
    ):
        answer = boss.api("PATCH", "/document", json={"text": value})
        assert answer.status_code in (204, 400), (value, answer.text)
        got = boss.api("GET", "/document")
        assert got.status_code == 200, value
        check((got.json()["text"] or {}).get("data") or "")
        check(boss.get("/document").text)


def test_the_form_and_what_is_stored(planted, boss):
    form = html.fromstring(boss.get("/document/edit").text)
    token = form.xpath('//input[@name="_authenticator"]/@value')[0]
    fields = {
        "form.widgets.IDublinCore.title": "Seite",
        "form.widgets.IRichTextBehavior.text": HOSTILE,
        "form.widgets.IRichTextBehavior.text.mimeType": "text/html",
        "form.buttons.save": "Speichern",
        "_authenticator": token,
    }
    assert boss.post("/document/edit", data=fields).status_code == 302
    check(boss.get("/document").text)


def test_a_listed_host_is_shown_after_a_click_and_in_the_policy(planted, boss, setting):
    frame = '<p>Rundgang <iframe src="https://video.example.org/1" title="Hafen"></iframe></p>'
    boss.api("PATCH", "/document", json={"text": {"data": frame, "content-type": "text/html"}})
    page = boss.get("/document")
    assert "video.example.org" not in page.text
    assert "video.example.org" not in page.headers["Content-Security-Policy"]
    setting("embed_hosts", ("video.example.org",))
    boss.api("PATCH", "/document", json={"text": {"data": f"{frame}<p>!</p>"}})
    page = boss.get("/document")
    place = html.fromstring(page.text).xpath('//span[@data-embed="https://video.example.org/1"]')[0]
    assert "Dieser Inhalt kommt von video.example.org" in place.text_content()
    assert place.xpath('.//a[@href="https://video.example.org/1"]')
    assert "<iframe" not in page.text
    assert "frame-src 'self' https://video.example.org" in page.headers["Content-Security-Policy"]


def test_no_setting_of_the_filter_lets_anything_through(planted, boss, site):
    transaction.begin()
    api.portal.set_registry_record("plone.disable_filtering", True)
    tags = api.portal.get_registry_record("plone.valid_tags")
    api.portal.set_registry_record("plone.valid_tags", [*tags, "script", "form"])
    transaction.commit()
    check(boss.get("/document").text)


def test_the_editor_offers_what_survives(site):
    record = api.portal.get_registry_record
    assert set(record("plone.valid_tags")) == rules.TAGS | {"iframe"}
    assert set(record("plone.nasty_tags")) == rules.NO_TEXT
    formats = json.loads(record("plone.formats"))
    for name, how in formats.items():
        assert "styles" not in how, name
        assert set(how.get("classes", "").split()) <= rules.CLASSES, name
        assert {how.get("inline"), how.get("block")} - {None} <= rules.TAGS, name
    native = {"bold", "italic", "superscript", "subscript", "code", "p", "blockquote", "div", "pre"}
    for group in ("header", "inline", "block", "alignment"):
        for line in record(f"plone.{group}_styles"):
            name = line.split("|")[1]
            assert name in native | set(formats) | rules.TAGS, line
    for line in record("plone.table_styles"):
        assert line.split("|")[1] in rules.CLASSES, line
    for variant in record("plone.picture_variants"):
        assert rules.is_class(f"{rules.VARIANTS}{variant}"), variant
    assert "media" not in record("plone.plugins")
    assert "indent" not in record("plone.toolbar")
