"""The bar of people who edit pages: who has it, and where."""

from kommunalhub.core import asking
from kommunalhub.interfaces import IKommunalhubLayer
from plone import api
from types import SimpleNamespace

import pytest
import registrations


@pytest.fixture
def area(portal):
    return portal["partner"]["malente"]


def test_visitors_and_staff_have_none(area, page, person):
    assert page("hub-edit-bar", area) == ""
    person("mit", "malente-staff")
    assert page("hub-edit-bar", area) == ""


def test_applicants_have_none(area, page, person):
    person("startup")
    assert page("hub-edit-bar", area) == ""


def test_editors_add_and_edit_in_their_own_area(portal, area, page, person):
    person("red", "malente-staff", "malente-editors")
    html = page("hub-edit-bar", area)
    assert "++add++Document" in html
    assert f'{area.absolute_url()}/edit"' in html
    assert page("hub-edit-bar", portal["partner"]["lensahn"]) == ""


def test_editors_do_not_rebuild_the_sections_of_offers(portal, page, person):
    person("red", "malente-staff", "malente-editors")
    assert page("hub-edit-bar", portal["foerderung"]["beratungen"]["malente"]) == ""


def test_reviewers_release_pages(area, page, person, office):
    with office():
        draft = api.content.create(area, "Document", "neu", title="Neu")
        api.content.transition(draft, "submit")
    person("pruef", "malente-staff", "malente-reviewers")
    html = page("hub-edit-bar", draft)
    assert "workflow_action=publish" in html
    assert "/edit" not in html


def test_hub_managers_have_it_on_sections(portal, page, person):
    person("leitung", "hub-managers")
    assert "/edit" in page("hub-edit-bar", portal["co-working"])


@pytest.fixture
def shown(page, monkeypatch):
    """Return a function of a place and a view: the bar on that page, in our frame."""

    def shown(place, name):
        request = place.REQUEST
        request.response.setHeader("X-Theme-Disabled", "1")
        request.set("PUBLISHED", SimpleNamespace(__name__=name))
        request.set("ACTUAL_URL", f"{place.absolute_url()}/{name}")
        return page("hub-edit-bar", place)

    return shown


def views_of(place):
    """Return the names of all views of ours that a place has."""
    return {
        found.name
        for found in registrations.adapters()
        if found.required[1:] == (IKommunalhubLayer,)
        and found.required[0].providedBy(place)
        and getattr(found.factory, "__module__", "").startswith(("Products.Five", "kommunalhub"))
        and found.name
    }


def test_the_tools_of_a_section_have_none(portal, shown, person):
    person("leitung", "hub-managers")
    wrong, count = [], 0
    for place in (portal, *portal.objectValues("Dexterity Container")):
        state = api.content.get_view("plone_context_state", place, portal.REQUEST)
        tabs = {tab["url"].rpartition("/")[2] for tab in state.actions("object")}
        names = views_of(place) - {place.getLayout(), *tabs, *(tab.strip("@") for tab in tabs)}
        count += len(names)
        wrong += [(place.getId(), name) for name in sorted(names) if shown(place, name)]
    assert wrong == [] and count > 200
    network = portal["netzwerk"]
    assert {"hub-links", "shared", "hub-questions"} <= views_of(network)
    assert shown(network, network.getLayout()) and shown(network, "edit")


def test_the_settings_have_none(portal, page, person):
    person("leitung", "hub-managers")
    portal.REQUEST.set("PUBLISHED", SimpleNamespace(__name__="overview-controlpanel"))
    assert page("hub-edit-bar", portal) == ""


def test_no_tab_leads_nowhere(portal, person):
    """Sections hold what is theirs: there pages and files cannot be added, and are not offered."""
    person("leitung", "hub-managers")
    seen, tools = set(), {"aus-vorlage", "dateien-hochladen"}
    for brain in portal.portal_catalog(portal_type="Folder"):
        place = brain.getObject()
        state = api.content.get_view("plone_context_state", place, portal.REQUEST)
        tabs = {tab["url"].rpartition("@@")[2] for tab in state.actions("object")}
        may_add = asking.may("Add portal content", place)
        for name in tools:
            view = api.content.get_view(name, place, portal.REQUEST)
            leads = may_add and view.is_offered()
            assert (name in tabs) == leads, (brain.getPath(), name)
            seen.add((name, leads))
    assert {name for name, leads in seen if not leads} == tools
    assert ("dateien-hochladen", True) in seen
