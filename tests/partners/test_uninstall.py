"""After uninstalling Plone is its own again; the people stay, in no group of ours."""

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
        assert api.group.get(groupname="malente-staff") is None
        assert api.user.get(userid="malente-pruefung") is not None
        setup.runAllImportStepsFromProfile("profile-kommunalhub:default")
        users = getUtility(IVocabularyFactory, "plone.app.vocabularies.Users")
        assert type(users) is not UsersFactory
    assert api.group.get(groupname="malente-reviewers").getGroupMemberIds() == []
