"""What the editor asks for: where links may lead, what is pasted; and what it is told."""

from kommunalhub.editorial.writing.editor import targets
from kommunalhub.editorial.writing.editor.settings import EditorSettings
from kommunalhub.editorial.writing.editor.settings import PLUGINS
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.uuid.interfaces import IUUID
from zope.component import getMultiAdapter

import json
import pytest


@pytest.fixture
def ask(portal):
    """Return a function that asks a view of the editor as somebody: (status, answer)."""

    def ask(name, who="rolf", method="GET", **form):
        request = portal.REQUEST
        request.form.clear()
        request.form.update(form)
        request.method = request["REQUEST_METHOD"] = method
        request.response.setStatus(200)
        with api.env.adopt_user(username=who):
            answer = json.loads(api.content.get_view(name, portal, request)())
        return request.response.getStatus(), answer

    return ask


@pytest.fixture
def draft(write):
    text = RichTextValue("<h2>Wer hilft</h2><h3>Am Abend</h3>", "text/html", "text/x-html-safe")
    return write("Document", "Fernzugriff", submit=False, text=text)


def test_what_one_may_open_is_offered_with_where_it_stands(portal, area, draft, ask):
    uid = IUUID(draft)
    items = ask("link-targets", q="fernzugriff")[1]["items"]
    [item] = [one for one in items if one["uid"] == uid]
    assert item == {
        "uid": uid,
        "title": "Fernzugriff",
        "about": "Seite · Partner › Gemeinde Malente",
        "badge": "Entwurf",
        "public": False,
    }
    for q in ("fernzugriff", f"resolveuid/{uid}#text-x", draft.absolute_url()):
        assert uid in [one["uid"] for one in ask("link-targets", q=q)[1]["items"]]
        assert uid not in [one["uid"] for one in ask("link-targets", "lea", q=q)[1]["items"]]
    assert len(ask("link-targets", q="")[1]["items"]) == targets.MOST  # what was changed last
    for elsewhere in ("https://example.org/a", "amt@example.org"):
        assert ask("link-targets", q=elsewhere)[1]["items"] == []


def test_headings_of_a_page_are_places_to_link_to(draft, ask):
    uid = IUUID(draft)
    assert ask("link-anchors", uid=uid)[1]["items"] == [
        {"id": "text-wer-hilft", "title": "Wer hilft"},
        {"id": "text-am-abend", "title": "Am Abend"},
    ]
    assert ask("link-anchors", "lea", uid=uid)[1]["items"] == []


def test_pasted_links_within_the_site_stay_when_a_page_is_moved(portal, draft, ask):
    url, uid = draft.absolute_url(), IUUID(draft)
    html = f'<p><a href="{url}#text-x">a</a> <a href="{url}/@@seite-pruefen">b</a></p>'
    kept = f'<p><a href="resolveuid/{uid}#text-x">a</a> <a href="{url}/@@seite-pruefen">b</a></p>'
    assert ask("pasted-html", method="POST", html=html)[1]["html"] == kept
    assert ask("pasted-html", "lea", method="POST", html=html)[1]["html"] == html


def test_public_things_are_told_apart(write, ask):
    page = write("Document", "Sperrmüll")
    with api.env.adopt_user(username="petra"):
        api.content.transition(page, "publish")
        assert [one.is_public for one in targets.found(page.absolute_url())] == [True]


def test_wrong_questions_get_no_answer(ask):
    for name, form in (
        ("link-targets", {}),
        ("link-targets", {"q": ["a"]}),
        ("link-anchors", {}),
        ("pasted-html", {"html": "<p>a</p>"}),
    ):
        assert ask(name, **form) == (400, {}), name
    assert ask("pasted-html", method="POST", html=["a"]) == (400, {})
    assert ask("pasted-html", method="POST", html="x" * 2_000_001)[0] == 400
    assert ask("pasted-html", method="POST", html="<div style=x>a</div>") == (
        200,
        {"html": "<p>a</p>", "pictures": 0},
    )


def test_the_editor_is_told_of_its_plugins_and_whether_citizens_read_the_text(portal, write):
    page = write("Document", "Sperrmüll")

    def told(context):
        found = getMultiAdapter((context, portal.REQUEST, None), name="pattern_settings")
        assert isinstance(found, EditorSettings)
        with api.env.adopt_user(username="rolf"):
            return json.loads(found.tinymce()["data-pat-tinymce"])["tiny"]

    tiny = told(page)
    assert tiny["external_plugins"].keys() == PLUGINS.keys()
    assert all("?v=" in url for url in tiny["external_plugins"].values())
    assert tiny["hub_blocks"].endswith("/partner/malente") and told(portal)["hub_blocks"] == ""
    assert tiny["hub_is_public"] is False and told(portal)["hub_is_public"] is False
    with api.env.adopt_user(username="petra"):
        api.content.transition(page, "publish")
    assert told(page)["hub_is_public"] is True
