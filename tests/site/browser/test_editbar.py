"""The bar of people who edit pages: who has it, and where."""

from plone import api

import pytest


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
