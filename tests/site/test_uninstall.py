"""Without the add-on, Plone has its theme, its header and its views again."""

from kommunalhub.interfaces import IKommunalhubLayer
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.theming.interfaces import IThemeSettings
from plone.testing.zope import Browser
from zope.interface import noLongerProvides

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
