"""Searching in the catalog: what is found, by whom, and how it is counted."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.search import engine
from kommunalhub.search.interfaces import are_synonyms
from kommunalhub.search.interfaces import INDEX
from kommunalhub.search.interfaces import ISearchEngine
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import SITE_OWNER_NAME
from plone.protect.authenticator import createToken
from zope.component import getUtility
from zope.interface import alsoProvides

import json
import pytest


@pytest.fixture
def portal(integration):
    """The site with a public and a hidden page about Deiche."""
    portal = integration["portal"]
    alsoProvides(integration["request"], IKommunalhubLayer)
    login(integration["app"], SITE_OWNER_NAME)
    for title, state in (("Deiche am Wasser", "public"), ("Deiche geheim", "draft")):
        page = api.content.create(portal, "Document", title=title, description="Über Deiche")
        if state != "draft":
            api.content.transition(page, to_state=state)
    return portal


def titles(found):
    return sorted(hit.Title for hit in found.hits)


def test_beginning_of_a_word_is_enough(portal):
    assert titles(engine.search("deich", {})) == ["Deiche am Wasser", "Deiche geheim"]


def test_visitors_neither_find_nor_count_what_they_may_not_see(portal):
    logout()
    found = engine.search("deich", {})
    assert titles(found) == ["Deiche am Wasser"]
    assert found.counts["art"] == {"Document": 1}
    assert "zustand" not in found.counts


def test_people_signed_in_narrow_by_state(portal):
    found = engine.search("deich", {"zustand": ["draft"]})
    assert titles(found) == ["Deiche geheim"]
    assert found.counts["zustand"] == {"public": 1, "draft": 1}


def test_unknown_facet_and_value(portal):
    assert len(engine.search("deich", {"nixda": ["x"]}).hits) == 2
    assert not engine.search("deich", {"art": ["x"]}).hits


def test_one_word_is_enough(portal):
    found = engine.search("Deiche Giraffen", {})
    assert len(found.hits) == 2
    assert found.unknown == ("Giraffen",)


def test_text_without_words_finds_nothing(portal):
    assert not engine.search("*** ", {}).hits


def page(portal, **form):
    request = portal.REQUEST
    request.form.clear()
    request.form.update(form)
    return api.content.get_view("search", portal, request)()


def test_page_answers_and_keeps_the_question(portal):
    html = page(portal, q="deich", art=["Document"])
    assert "2 Treffer" in html
    assert 'value="deich"' in html
    assert ">Deiche</mark>" in html


def test_page_escapes_what_was_typed(portal):
    html = page(portal, q='<script>alert("1")</script>')
    assert "<script>alert" not in html


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"q": ["a", "b"]},
        {"q": {"x": 1}},
        {"q": "deich", "sort": "nixda", "b_start": "-7"},
        {"q": "deich", "b_start": "zwei", "art": [1, None]},
        {"q": "(((", "partner": "malente"},
        {"SearchableText": "deich*"},
    ],
)
def test_page_stands_nonsense(portal, form):
    assert "</html>" in page(portal, **form)


def live(portal, **form):
    request = portal.REQUEST
    request.form.clear()
    request.form.update(form)
    return json.loads(api.content.get_view("ajax-search", portal, request)())


def test_live_search_finds_while_typing(portal):
    answer = live(portal, SearchableText="wass*", perPage="1", page="1")
    assert answer["total"] == 1
    assert answer["items"][0]["title"] == "Deiche am Wasser"
    assert live(portal, SearchableText=["x"], perPage="x", page="-1") == {"total": 0, "items": []}


def test_visitors_get_no_suggestion_from_what_they_may_not_see(portal):
    page = api.content.create(portal, "Document", title="Personalversammlung")
    assert engine.search("Personalversamlung", {}).suggestions == {
        "Personalversamlung": "Personalversammlung"
    }
    found = engine.search("Personalversammlung", {})
    assert found.finder.places_of(found.hits[0]) == []  # its title says it, no text of it
    logout()
    found = engine.search("Personalversamlung", {})
    assert found.suggestions == {}
    assert not found.hits
    assert engine.search("Personalversammlung", {}).unknown == ("Personalversammlung",)
    assert page.title


def test_catalog_can_be_asked_directly(portal):
    brains = portal.portal_catalog(fulltext="Wasserdeiche", portal_type="Document")
    assert brains[0].Title == "Deiche am Wasser"


def test_counts_are_what_choosing_finds(portal):
    counts = engine.search("deich", {}).counts
    for facet, values in counts.items():
        for value, count in values.items():
            assert len(engine.search("deich", {facet: [value]}).hits) == count


def test_sorted_otherwise(portal):
    hits = engine.search("deich", {}, sort="titel").hits
    assert [hit.Title for hit in hits] == ["Deiche am Wasser", "Deiche geheim"]
    assert len(engine.search("", {"art": ["Document"]}).hits) == 2


def test_rebuild_tells_how_far_it_is(portal):
    index = portal.portal_catalog._catalog.getIndex(INDEX)
    assert isinstance(getUtility(ISearchEngine).rebuild(index), int)
    assert titles(engine.search("deich", {})) == ["Deiche am Wasser", "Deiche geheim"]


def test_page_shows_what_was_meant(portal):
    assert "Meinten Sie" in page(portal, q="Wassser")


def test_hub_managers_open_the_control_panel(portal):
    html = api.content.get_view("hub-search-controlpanel", portal, portal.REQUEST)()
    assert "Unterstützung" in html
    assert 'rows="16"' in html


def test_words_that_mean_the_same_take_effect_at_once(portal):
    assert not engine.search("Schutzwälle", {}).hits
    api.portal.set_registry_record("kommunalhub.search_synonyms", "Schutzwall = Deich")
    assert len(engine.search("Schutzwälle", {}).hits) == 2
    assert engine.search("Schutzwälle", {}).unknown == ()


def test_everyday_words_find_those_of_the_office_from_the_start(portal):
    assert are_synonyms(api.portal.get_registry_record("kommunalhub.search_synonyms"))
    page = api.content.create(portal, "Document", title="Merkblatt Abfall")
    assert titles(engine.search("Müll", {})) == [page.title]


def test_a_wrong_line_of_synonyms_is_said(portal):
    sent = {"form.widgets.search_synonyms": "Kita", "form.buttons.save": "1"}
    portal.REQUEST.form.update(sent, _authenticator=createToken())
    html = api.content.get_view("hub-search-controlpanel", portal, portal.REQUEST)()
    assert "„Kita“: Nennen Sie" in html or "“Kita”: name at least" in html
