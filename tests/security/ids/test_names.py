"""Short names: what nobody can call something, by whatever channel."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.ids import names
from kommunalhub.security.ids.interfaces import INameRule
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.i18n.normalizer.interfaces import IUserPreferredURLNormalizer
from zExceptions import BadRequest
from zope.component import getGlobalSiteManager
from zope.component import provideUtility
from zope.component import queryMultiAdapter
from zope.container.interfaces import INameChooser
from zope.interface import alsoProvides
from zope.interface import Interface
from zope.publisher.interfaces import IRequest

import pytest
import registrations


BAD = (
    "@search",
    "@@edit",
    "++add++File",
    "index_html",
    "edit",
    "view",
    "sharing",
    "folder_contents",
    "title",
    "objectIds",
    "acl_users",
    "portal_catalog",
    "Grosse-Buchstaben",
    "mit leerzeichen",
    "ümlaut",
    "a.b.c",
    "-a",
    "%00",
    200000 * "a",
    "f-2026-494",
    "f-2026-494-1",
    "c-2026-001",
)
GOOD = ("haushalt-2026", "plan.pdf", "copy_of_haushalt", "b", "2026", "foerderung-a")


@pytest.fixture
def folder(built):
    setRoles(built["portal"], TEST_USER_ID, ["Manager"])
    return api.content.create(built["portal"], "Folder", "raum")


def make_by_code(folder, name):
    folder.invokeFactory("Document", name)


def make_by_rename(folder, name):
    page = api.content.create(folder, "Document", "alt")
    try:
        folder.manage_renameObject("alt", name)
    finally:
        if "alt" in folder:
            api.content.delete(page)


@pytest.mark.parametrize("make", [make_by_code, make_by_rename])
@pytest.mark.parametrize("name", BAD, ids=lambda name: name[:20])
def test_bad_names(folder, make, name):
    with pytest.raises(Exception) as caught:
        make(folder, name)
    assert isinstance(caught.value, BadRequest) or "Invalid" in str(caught.value)
    assert name not in folder


@pytest.mark.parametrize("name", GOOD)
def test_good_names(folder, name):
    make_by_code(folder, name)
    assert name in folder


def view_registrations():
    """Yield the registrations of all views, for whatever they are."""
    for registration in registrations.adapters():
        required = registration.required
        if (
            len(required) == 2
            and registration.provided is Interface
            and required[1] is not None
            and required[1].isOrExtends(IRequest)
        ):
            yield registration


def test_no_view_of_a_folder_can_be_hidden(folder):
    """Generated from the registrations: what is a view of the folder cannot be a name in it."""
    request = folder.REQUEST
    hidden, asked = [], 0
    for name in sorted({registration.name for registration in view_registrations()} - {""}):
        try:
            found = queryMultiAdapter((folder, request), name=name)
        except Exception:
            found = name
        if found is None:
            continue
        asked += 1
        if names.refusal(folder, None, name) is None:
            hidden.append(name)
    assert not hidden
    assert asked > 100


def test_titles_dodge_what_is_reserved(folder):
    """Who writes a title cannot know; the name gets a number instead of an error."""
    chooser = INameChooser(folder)
    for title, expected in (
        ("Edit", "edit-1"),
        ("View", "view-1"),
        ("F-2026-494", "zu-f-2026-494"),
        ("Haushalt 2026", "haushalt-2026"),
        ("Übersicht Haushalt.PDF", "uebersicht-haushalt.pdf"),
    ):
        page = api.content.create(folder, "Document", title=title)
        assert page.getId() == expected, title
        assert chooser.checkName("edit", page) is False


@pytest.mark.parametrize("spoken", ["en-GB,en;q=0.9", "de", "sv,da", ""])
@pytest.mark.parametrize("has_layer", [True, False], ids=["web", "command"])
def test_names_are_made_in_the_language_of_the_site(folder, spoken, has_layer):
    """Whoever makes it, and whatever their browser speaks: pages, commands, jobs, imports."""
    request = folder.REQUEST
    request.environ["HTTP_ACCEPT_LANGUAGE"] = spoken
    if has_layer:
        alsoProvides(request, IKommunalhubLayer)
        made = IUserPreferredURLNormalizer(request).normalize("Wie es sich trägt: Größe & Öl")
        assert made == "wie-es-sich-traegt-groesse-oel"
    page = api.content.create(folder, "Document", title="Wie es sich trägt")
    assert page.getId() == "wie-es-sich-traegt"
    given = INameChooser(folder).chooseName("Änderung", page)
    assert given == "aenderung"
    # another language names in its own way, for everybody
    api.portal.set_registry_record("plone.default_language", "en")
    assert INameChooser(folder).chooseName("Änderung", page) == "anderung"


def test_a_case_keeps_the_name_of_its_number(built):
    setRoles(built["portal"], TEST_USER_ID, ["Manager"])
    folder = built["portal"]["foerderung"]["beratungen"]["malente"]
    case = api.content.create(folder, "FundingConsultation", title="Dach")
    assert case.getId() == case.case_number.lower()
    with pytest.raises(BadRequest):
        folder.manage_renameObject(case.getId(), "dach")
    copied = api.content.copy(case, folder)
    assert copied.getId() == copied.case_number.lower() != case.getId()
    following = api.content.create(folder, "FundingConsultation", title="Dach 2")
    assert following.getId() == following.case_number.lower()


def test_a_case_is_copied_to_another_administration_and_is_a_new_one_there(built):
    setRoles(built["portal"], TEST_USER_ID, ["Manager"])
    cases = built["portal"]["foerderung"]["beratungen"]
    case = api.content.create(cases["malente"], "FundingConsultation", title="Dach")
    copied = api.content.copy(case, cases["lensahn"])
    assert copied.getId() == copied.case_number.lower() != case.getId()
    assert (copied.partner, case.partner) == ("lensahn", "malente")


def test_every_addon_may_forbid_names(folder):
    def rule(container, obj, name):
        return "Nein" if name == "verboten" else None

    provideUtility(rule, INameRule, "probe")
    try:
        with pytest.raises(BadRequest, match="Nein"):
            make_by_code(folder, "verboten")
    finally:
        getGlobalSiteManager().unregisterUtility(provided=INameRule, name="probe")


def test_a_site_without_the_hub_keeps_its_ways(integration, monkeypatch):
    setRoles(integration["portal"], TEST_USER_ID, ["Manager"])
    monkeypatch.setattr(names, "is_installed", lambda: False)
    folder = api.content.create(integration["portal"], "Folder", "raum")
    make_by_code(folder, "Alt.name")
    assert "Alt.name" in folder


def test_views_of_the_hub_count(folder):
    assert names.is_reserved(folder, "hub-listing")


def test_a_page_that_is_released_keeps_a_name_of_its_own(folder):
    """It is decided on as cases are, but has no number."""
    page = api.content.create(folder, "Document", title="Haushalt")
    assert page.getId() == "haushalt"
    folder.manage_renameObject("haushalt", "haushalt-2026")
    assert folder["haushalt-2026"] is not None
