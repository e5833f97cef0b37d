"""Without the add-on, Plone has its theme, its header and its views again."""

from itertools import count
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.site import structure
from kommunalhub.site.commands import remove as command
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.theming.interfaces import IThemeSettings
from plone.testing.zope import Browser
from zope.interface import noLongerProvides

import pytest
import requests
import transaction


def theme():
    return api.portal.get_registry_record("currentTheme", interface=IThemeSettings)


def test_uninstall_leaves_a_working_plone(functional):
    portal = functional["portal"]
    login(functional["app"], SITE_OWNER_NAME)
    folder = api.content.create(portal, "Folder", "sektion", title="Eine Sektion")
    page = api.content.create(folder, "Document", "seite", title="Eine Seite")
    for obj in (folder, page):
        api.content.transition(obj, to_state="public")
    folder.setLayout("hub-listing-of-an-offer")
    portal.setLayout("hub-start")
    assert theme() == "kommunalhub"
    assert page.getLayout() == "hub-page"

    setup = api.portal.get_tool("portal_setup")
    setup.runAllImportStepsFromProfile("profile-kommunalhub:uninstall")
    noLongerProvides(functional["request"], IKommunalhubLayer)
    transaction.commit()

    assert theme() == "barceloneta"
    assert page.getLayout() == "document_view"
    assert folder.getLayout() == "listing_view"
    browser = Browser(functional["app"])
    browser.handleErrors = False
    for obj in (portal, folder, page):
        browser.open(obj.absolute_url())
        assert "portal-globalnav" in browser.contents
        assert "kommunalhub" not in browser.contents


@pytest.fixture
def with_a_case(functional):
    portal = functional["portal"]
    login(functional["app"], SITE_OWNER_NAME)
    structure.build(portal)
    folder = portal["foerderung"]["beratungen"]["malente"]
    api.content.create(folder, "FundingConsultation", title="Neues Dach")
    transaction.commit()
    return portal


def is_there(portal):
    transaction.begin()
    return len(portal["foerderung"]["beratungen"]["malente"].objectIds()) == 1


def button_of(browser):
    """Return the form that takes our add-on out, on the page of all of them."""
    for index in count():
        form = browser.getForm(action="uninstall_products", index=index)
        if form.getControl(name="uninstall_product").value == "kommunalhub":
            return form


def test_no_click_takes_the_cases_away(functional, with_a_case):
    browser = Browser(functional["app"])
    browser.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    browser.open(f"{with_a_case.absolute_url()}/prefs_install_products_form")
    button_of(browser).submit()
    assert "gelöscht würden: 1." in browser.contents
    assert "kommunalhub remove --with-cases" in browser.contents
    assert is_there(with_a_case)


def test_over_rest_it_is_refused_too(with_a_case):
    answer = requests.post(
        f"{with_a_case.absolute_url()}/@addons/kommunalhub/uninstall",
        headers={"Accept": "application/json"},
        auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD),
    )
    assert answer.status_code == 400
    assert "kommunalhub remove --with-cases" in answer.json()["message"]
    assert is_there(with_a_case)


def test_the_command_counts_first_and_deletes_when_told(with_a_case):
    told = []
    assert command.remove(with_a_case, False, told.append) == 1
    assert "1 FundingConsultation" in told[0] and is_there(with_a_case)
    assert command.remove(with_a_case, True, told.append) == 0
    assert "foerderung" not in with_a_case
    assert command.remove(with_a_case, True, told.append) == 1
