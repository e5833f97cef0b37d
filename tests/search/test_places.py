"""A hit leads to the page, the heading or the sentence; as pages and REST show it."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.lib.filetext import limits
from kommunalhub.lib.filetext.parts import CONTENTS
from kommunalhub.lib.filetext.parts import Part
from kommunalhub.search import engine
from kommunalhub.search.browser.hits import Hits
from kommunalhub.search.interfaces import INDEX
from kommunalhub.search.reading import state
from kommunalhub.search.saved import operations as saved
from kommunalhub.search.saved.storage import searches_of
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.textfield.value import RichTextValue
from zExceptions import BadRequest
from zExceptions import NotFound
from zope.interface import alsoProvides

import json
import pytest


FILLER = "Die Verwaltung hält die Unterlagen bereit und gibt sie auf Wunsch weiter. " * 8
PASSWORD = "vier woerter ohne zusammenhang"
VERMERK = "Der Vergabevermerk muss spätestens mit dem Zuschlag vollständig vorliegen."


def pages(*texts):
    way = ("4 Verfahren", "4.2 Vergabevermerk")
    first = Part("page", 1, "", "4.2 Vergabevermerk . . . . . 117", role=CONTENTS)
    others = [
        Part("page", number, "", f"{text} {FILLER}", way[:1], ((0, way),))
        for number, text in enumerate(texts, 2)
    ]
    return (first, *others)


def read(thing, *texts):
    """Let the file of a thing say something."""
    kept = state.Kept()
    kept.outcome, kept.unit, kept.kind = limits.OK, "page", "pdf"
    kept.texts = state.Texts()
    kept.texts.parts = tuple(part.as_stored() for part in pages(*texts))
    state.IAnnotations(thing)[state.KEY] = kept
    thing.reindexObject(idxs=[INDEX, "SearchableText", "file_unit"])


@pytest.fixture
def portal(integration):
    portal = integration["portal"]
    alsoProvides(integration["request"], IKommunalhubLayer)
    login(integration["app"], SITE_OWNER_NAME)
    return portal


@pytest.fixture
def handbook(portal):
    thing = api.content.create(portal, "File", title="Handbuch Beschaffung")
    read(thing, "Der Bedarf wird gemeldet.", VERMERK, "Der Zuschlag geht hinaus.")
    return thing


def test_the_page_that_explains_with_its_way_and_a_sentence(portal, handbook):
    found = engine.search("Bis wann muss der Vergabevermerk vorliegen?", {})
    hit = Hits(found).shown(found.hits[0])
    assert hit["url"] == f"{handbook.absolute_url()}/view"
    assert hit["places"][0]["number"] == 3
    assert hit["heading"] == "4 Verfahren › 4.2 Vergabevermerk"
    assert "@@display-file/file#page=3" in hit["place_url"]
    assert hit["snippet_html"].startswith("Der <mark>Vergabevermerk</mark> muss")
    brain, place = found.answer
    assert (brain.UID, place.sentence, place.number) == (handbook.UID(), VERMERK, 3)


def test_live_search_tells_the_places(portal, handbook):
    portal.REQUEST.form["SearchableText"] = "Vergabevermerk"
    answer = json.loads(portal.restrictedTraverse("@@ajax-search")())
    first = answer["items"][0]["places"][0]
    assert (first["number"], first["unit"]) == (3, "page")
    assert set(first) == {"number", "unit", "label", "url", "heading", "snippet"}
    assert "<mark>Vergabevermerk</mark>" in first["snippet"]


def test_the_page_shows_the_answer(portal, handbook):
    portal.REQUEST.form["q"] = "Bis wann muss der Vergabevermerk vorliegen?"
    page = portal.restrictedTraverse("@@search")()
    assert "Handbuch Beschaffung" in page
    assert 'class="card answer"' in page
    del portal.REQUEST.form["q"]


def test_search_within_the_file(portal, handbook):
    portal.REQUEST.form.update({"q": "Verfahren", "sort": "seiten"})
    view = handbook.restrictedTraverse("@@in-file")
    page = view()
    assert [place["number"] for place in view.places] == [2, 3, 4]
    assert "#page=4" in page
    portal.REQUEST.form["q"] = "Nilpferd"
    view = handbook.restrictedTraverse("@@in-file")
    view()
    assert view.places == []
    for name in ("q", "sort"):
        del portal.REQUEST.form[name]


def test_a_page_can_be_looked_at_and_read(portal, handbook):
    form = portal.REQUEST.form
    form.update({"page": "3", "q": "Vergabevermerk"})
    page = handbook.restrictedTraverse("@@see-page")()
    assert '<h1 id="see-page">Seite 3</h1>' in page
    assert "Der <mark>Vergabevermerk</mark> muss spätestens" in page
    assert "@@page-picture?page=3&amp;q=Vergabevermerk&amp;size=page" in page
    assert [f"@@see-page?page={number}&amp;q" in page for number in (1, 2, 4, 5)] == [
        False,
        True,
        True,
        False,
    ]
    form["page"] = "77"
    with pytest.raises(NotFound):
        handbook.restrictedTraverse("@@see-page")()
    form["page"] = "drei"
    with pytest.raises(BadRequest):
        handbook.restrictedTraverse("@@see-page")()
    form.clear()


def test_nobody_searches_within_what_they_may_not_see(portal):
    draft = api.content.create(portal, "Document", title="Entwurf")
    read(draft, VERMERK, VERMERK)
    assert engine.within(draft.UID(), "Vergabevermerk", 5) is not None
    with api.env.adopt_user(user=portal.acl_users._createAnonymousUser(portal.acl_users.plugins)):
        assert engine.within(draft.UID(), "Vergabevermerk", 5) is None


def test_sections_of_a_page_are_led_to(portal):
    text = f"<h2>Anmeldung</h2><p>Bitte melden. {FILLER * 3}</p><h2>Gebühren &amp; Fristen</h2>"
    text += f"<p>Die Kurtaxe kostet drei Euro. {FILLER * 3}</p>"
    page = api.content.create(
        portal, "Document", title="Gäste", text=RichTextValue(text, "text/html", "text/x-html-safe")
    )
    found = engine.search("Kurtaxe", {})
    hit = Hits(found).shown(found.hits[0])
    assert hit["heading"] == "Gebühren & Fristen"
    anchor = "text-gebuehren-fristen"
    assert hit["place_url"] == f"{page.absolute_url()}#{anchor}"
    assert f'id="{anchor}"' in page.text.output_relative_to(page)


def test_a_saved_search_tells_of_new_passages_and_not_of_moved_ones(portal, handbook):
    api.user.create(
        username="lena", email="lena@example.org", password=PASSWORD, roles=("Manager",)
    )
    userid = "lena"
    with api.env.adopt_user(username="lena"):
        one = saved.save(portal, userid, "Vergabevermerk", {})
        assert list(one.passages) == [handbook.UID()]
        read(handbook, "Neu davor.", "Der Bedarf wird gemeldet.", VERMERK)
        assert saved._look_at(one, userid) == ([], {})
        read(handbook, VERMERK, "Ein zweiter Vergabevermerk gehört zu jedem Los.")
        uid = handbook.UID()
        assert saved._look_at(one, userid) == ([uid], {uid: ("page", (3,))})
    assert searches_of(portal, userid) == [one]
