"""After uninstalling Plone is its own again; the office's partners and groups are kept."""

from plone import api
from plone.app.vocabularies.principals import UsersFactory
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


def test_uninstall_and_install_again(portal):
    setup = api.portal.get_tool("portal_setup")
    panel = api.portal.get_tool("portal_controlpanel")
    with api.env.adopt_user(username="verwaltung"):
        setup.runAllImportStepsFromProfile("profile-kommunalhub:uninstall")
        users = getUtility(IVocabularyFactory, "plone.app.vocabularies.Users")
        assert type(users) is UsersFactory
        assert "kommunalhub.partners" not in [action.id for action in panel.listActions()]
        assert api.group.get(groupname="malente-staff") is not None
        assert "kommunalhub.partners/malente.title" in api.portal.get_tool("portal_registry")
        setup.runAllImportStepsFromProfile("profile-kommunalhub:default")
        users = getUtility(IVocabularyFactory, "plone.app.vocabularies.Users")
        assert type(users) is not UsersFactory
    members = api.group.get(groupname="malente-reviewers").getGroupMemberIds()
    assert members == ["malente-pruefung"]
