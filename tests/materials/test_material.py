"""A material is added and decided on; as code, without pages."""

from kommunalhub.approvals.interfaces import ReasonRequired
from kommunalhub.approvals.operations import acts_for
from kommunalhub.core import formatting
from kommunalhub.search.reading import state
from kommunalhub.search.reading.process import read
from plone import api
from plone.app.textfield.value import RichTextValue
from Products.CMFCore.WorkflowCore import WorkflowException

import pytest


def test_a_material_gets_number_partner_and_true_media_type(material):
    assert material.case_number.startswith("M-")
    assert material.getId() == material.case_number.lower()
    assert material.partner == "malente"
    assert material.file.contentType == "application/pdf"


def test_the_catalog_knows_what_lists_show(hub, material):
    found = hub.brain(material)
    assert found.material_topics == ["vergabe"]
    assert (found.file_kind, found.file_size) == ("pdf", material.file.getSize())
    assert found.material_level == "beginner"
    assert found.partner == "malente"


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"file": None, "video_url": "https://video.example.org/w/1"}, "video"),
        ({"file": None}, "text"),
        ({"video_url": "https://video.example.org/w/1"}, "pdf"),
    ],
)
def test_the_catalog_knows_the_kind(hub, portal, fields, kind):
    assert hub.brain(hub.add_material(portal, **fields)).file_kind == kind


def test_from_draft_to_public(hub, material):
    hub.step(material, "anna", "submit")
    assert hub.state(material) == "pending"
    hub.step(material, "rita", "approve")
    assert hub.state(material) == "internal"
    hub.step(material, "rita", "publish")
    assert hub.state(material) == "public"


@pytest.mark.parametrize("who", ["lars", "dora", "hilde", "toni", "anna", "mia"])
def test_only_reviewers_of_the_administration_approve(hub, material, who):
    hub.step(material, "anna", "submit")
    with pytest.raises(WorkflowException):
        hub.step(material, who, "approve")
    assert hub.state(material) == "pending"


def test_nobody_approves_what_they_made(hub, portal, material):
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname="malente-reviewers", username="anna")
    hub.step(material, "anna", "submit")
    with hub.As("anna"):
        acts = {act["id"]: act for act in acts_for(material)}
        assert not acts["approve"]["allowed"]
        assert acts["approve"]["fixable_by"] == ("malente-reviewers",)
    with pytest.raises(WorkflowException):
        hub.step(material, "anna", "approve")


def test_returning_needs_a_reason(hub, material):
    hub.step(material, "anna", "submit")
    with pytest.raises(ReasonRequired):
        hub.step(material, "rita", "return")
    hub.step(material, "rita", "return", "Bitte die Schwellenwerte ergänzen.")
    assert hub.state(material) == "returned"
    hub.step(material, "anna", "submit")
    assert hub.state(material) == "pending"


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("anna", True),
        ("toni", True),
        ("hilde", True),
        ("mia", False),
        ("rita", False),
        ("gast", False),
    ],
)
def test_who_adds_materials(hub, portal, who, may):
    folder = portal["materialien"]
    with hub.As(who):
        assert ("WorkshopMaterial" in [fti.id for fti in folder.allowedContentTypes()]) is may


def test_materials_are_added_in_their_folder_only(hub, portal):
    with hub.As("anna"):
        permission = "kommunalhub: Add WorkshopMaterial"
        assert not api.user.has_permission(permission, obj=portal)


def test_the_folder_belongs_to_nobody(portal):
    assert portal["materialien"].get_local_roles() == ()


def test_the_catalog_says_whom_it_awaits(hub, material):
    hub.step(material, "anna", "submit")
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(awaiting="malente-reviewers")
    assert [b.getPath() for b in found] == ["/".join(material.getPhysicalPath())]


def found(**query):
    return [b.getPath() for b in api.portal.get_tool("portal_catalog")(**query)]


def test_a_material_is_found_by_its_words_and_topics(hub, portal):
    text = RichTextValue("<p>Der <b>Vergabevermerk</b></p>", "text/html", "text/x-html-safe")
    material = hub.add_material(portal, text=text, workshop_title="Unterschwellenvergabe")
    with hub.As("anna"):
        for word in ("Schritt", "Vergabevermerk", "Beschaffung", "Unterschwellenvergabe"):
            assert found(SearchableText=word) == ["/".join(material.getPhysicalPath())], word
    with hub.As("lena"):
        assert found(SearchableText="Vergabevermerk") == []


def test_the_text_of_a_pdf_is_found_once_it_was_read(hub, portal):
    material = hub.add_material(
        portal, file=hub.pdf("satzung.pdf", hub.readable_pdf("Hundesteuersatzung"))
    )
    with hub.As("anna"):
        assert found(SearchableText="Hundesteuersatzung") == []
    with material.file.open() as file:
        state.keep(material, material.file, read(file), formatting.now())
    material.reindexObject()
    with hub.As("anna"):
        assert len(found(SearchableText="Hundesteuersatzung")) == 1


def test_a_file_that_cannot_be_read_is_kept_all_the_same(hub, portal):
    material = hub.add_material(portal, title="Rätselhaft")
    with hub.As("anna"):
        assert found(SearchableText="Rätselhaft") == ["/".join(material.getPhysicalPath())]
