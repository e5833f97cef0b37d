"""Through the doors: the page, the workflow, REST; by who may and who may not."""

from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.operations import decide
from kommunalhub.editorial.checks import operations
from kommunalhub.editorial.checks import rules
from kommunalhub.search.reading import state
from lxml import html as lxml_html
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.protect.authenticator import createToken
from zExceptions import Unauthorized
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.i18n import translate
from zope.lifecycleevent import ObjectModifiedEvent

import pytest


PICTURE = '<h2>Anfahrt</h2><p><img src="rathaus.png"></p>'


def rich(html):
    return RichTextValue(html, "text/html", "text/x-html-safe")


def put(obj, html):
    with api.env.adopt_user(username="hanna"):
        obj.text = rich(html)
        notify(ObjectModifiedEvent(obj))


def step(userid, obj, transition, comment=""):
    with api.env.adopt_user(username=userid):
        decide(obj, transition, comment)


@pytest.mark.parametrize("portal_type", ["Document", "News Item", "Event"])
def test_a_page_without_a_picture_text_is_kept_back_until_it_is_mended(write, page, portal_type):
    made = write(portal_type, submit=False, text=rich(PICTURE))
    with pytest.raises(NotAllowed) as refused:
        step("rolf", made, "submit")
    told = translate(refused.value.args[0], target_language="de")
    assert "Ein Bild sagt nicht, was es zeigt. Unter „Anfahrt“." in told
    box = lxml_html.fromstring(page("rolf", made)).get_element_by_id("entscheiden")
    assert told in " ".join(box.text_content().split())
    [way] = box.cssselect("a.btn.go")
    assert way.get("href") == f"{made.absolute_url()}/@@seite-pruefen"
    put(made, PICTURE.replace("<img", '<img alt="Das Rathaus"'))
    step("rolf", made, "submit")
    step("petra", made, "publish")
    assert api.content.get_state(made) == "public"


def test_what_is_public_and_breaks_later_can_be_made_internal(write):
    made = write("Document", text=rich("<p>Guten Tag</p>"))
    step("petra", made, "publish")
    put(made, PICTURE)
    step("petra", made, "approve")
    assert api.content.get_state(made) == "internal"
    with pytest.raises(NotAllowed):
        step("petra", made, "publish")


def test_the_page_mends_pictures(write, page):
    made = write("Document", submit=False, text=rich(PICTURE + '<img src="b.png">'))
    shown = lxml_html.fromstring(page("rolf", made, "seite-pruefen"))
    must = shown.get_element_by_id("must").getparent()
    assert len(must.cssselect("li")) == 2
    assert [box.label.text_content() for box in must.cssselect("input[type=text]")]

    def send(**form):
        portal = api.portal.get()
        portal.REQUEST.environ["REQUEST_METHOD"] = portal.REQUEST.method = "POST"
        try:
            with api.env.adopt_user(username="rolf"):
                token = createToken()
            mark = operations.mark_of(made)
            form = {"_authenticator": token, "mark": mark, **form}
            return page("rolf", made, "seite-pruefen", **form)
        finally:
            portal.REQUEST.environ["REQUEST_METHOD"] = portal.REQUEST.method = "GET"

    wrong = send(**{"picture-0": "Das Rathaus", "picture-0-decoration": "1"})
    assert "Schmuck hat keinen Text" in wrong
    send(**{"picture-0": "x" * 301})
    send(mark="0" * 16, **{"picture-0": "Das Rathaus"})
    assert len(operations.hurdles_of(made)) == 2
    send(**{"picture-0": " Das  Rathaus ", "picture-1-decoration": "1"})
    assert operations.hurdles_of(made) == []
    assert 'alt="Das Rathaus"' in made.text.raw
    assert 'role="presentation"' in made.text.output  # what is decoration stays so on the page


def test_links_are_looked_up_as_the_editor_and_as_citizens(write, area):
    target = write("Document", title="Ziel", submit=False)
    with api.env.adopt_user(username="rolf"):
        uid = api.content.get_uuid(target)
        html = (
            f'<h2>Mehr</h2><a href="resolveuid/{uid}">Zum Ziel</a>'
            f'<a href="{target.absolute_url()}/view#ort">Zum Ort</a><a href="../fehlt">Fehlt</a>'
            '<a href="https://example.org/x">Fremd</a><a href="#text-mehr">Oben</a>'
            '<a href="mailto:a@example.org">Post</a><a href="resolveuid/0">Weg</a>'
        )
        made = createContentInContainer(area, "Document", title="Seite", text=rich(html))
        found = [(one.rule, one.quote) for one in operations.findings_of(made)]
    assert found == [(rules.LINK_BROKEN, "Fehlt"), (rules.LINK_BROKEN, "Weg")]
    with api.env.adopt_user(username="rolf"):
        api.content.transition(made, "submit")
    step("petra", made, "publish")
    with api.env.adopt_user(username="rolf"):
        found = [one.quote for one in operations.findings_of(made) if one.rule != "link_broken"]
    assert found == ["Zum Ziel", "Zum Ort"]
    with api.env.adopt_user(username="lea"):  # does not see the draft, nor that there is one
        broken = [one.quote for one in operations.findings_of(made)]
    assert broken == ["Zum Ziel", "Zum Ort", "Fehlt", "Weg"]


def test_scanned_paper_behind_a_link_is_told(write, area):
    with api.env.adopt_user(username="rolf"):
        files = [createContentInContainer(area, "File", title=name) for name in ("Scan", "Text")]
        for file, outcome in zip(files, ("empty", "ok"), strict=True):
            kept = state.Kept()
            kept.outcome = outcome
            IAnnotations(file)[state.KEY] = kept
            file.reindexObject()
        html = "".join(f'<p><a href="resolveuid/{one.UID()}">{one.title}</a></p>' for one in files)
        made = createContentInContainer(area, "Document", title="Seite", text=rich(html))
        found = [(one.rule, one.quote) for one in operations.findings_of(made)]
    assert found == [(rules.FILE_UNREAD, "Scan")]


def test_only_who_may_change_it_looks_at_it(write, page):
    made = write("Document", text=rich(PICTURE.replace("<img", '<img alt="x"')))
    for who in ("mia", "lea"):
        with pytest.raises(Unauthorized), api.env.adopt_user(username=who):
            made.restrictedTraverse("@@seite-pruefen")
    assert "Es wurde nichts gefunden" in page("petra", made, "seite-pruefen")


def test_the_tab_stands_where_there_is_something_to_check(write, page, area):
    made = write("Document", submit=False)
    with api.env.adopt_user(username="rolf"):
        state = api.content.get_view("plone_context_state", made, made.REQUEST)
        assert "page-check" in [one["id"] for one in state.actions("object")]
        state = api.content.get_view("plone_context_state", area, area.REQUEST)
        assert "page-check" not in [one["id"] for one in state.actions("object")]
