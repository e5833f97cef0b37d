"""Our PAS plugins come with the add-on and go with it."""

from kommunalhub.security.setup import install
from kommunalhub.security.setup import OURS
from plone import api
from plone.restapi.pas.plugin import JWTAuthenticationPlugin
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from Products.PluggableAuthService.interfaces.plugins import ICredentialsUpdatePlugin
from Products.PluggableAuthService.interfaces.plugins import IExtractionPlugin
from Products.PluggableAuthService.interfaces.plugins import IValidationPlugin

import pytest


def test_the_guard_stands_first(integration, portal):
    plugins = portal.acl_users.plugins
    assert plugins.listPluginIds(IAuthenticationPlugin)[0] == "hub_guard"


def test_passwords_go_into_no_cookie(integration, portal):
    plugins = portal.acl_users.plugins
    assert plugins.listPluginIds(ICredentialsUpdatePlugin) == ("hub_sessions",)
    assert "credentials_cookie_auth" not in plugins.listPluginIds(IExtractionPlugin)
    assert plugins.listPluginIds(IValidationPlugin) == ("hub_passwords",)


def test_twice_keeps_what_is_remembered(integration, portal):
    pas = portal.acl_users
    pas.hub_sessions.ledger.end_all("erika")
    epoch = pas.hub_sessions.ledger.epoch("erika")
    install(pas)
    assert pas.hub_sessions.ledger.epoch("erika") == epoch
    assert len(pas.objectIds("Hub Sessions")) == 1


def test_anonymous_people_make_no_accounts_past_the_mail(integration, portal):
    roles = portal.rolesOfPermission("Add portal member")
    assert "Anonymous" not in [role["name"] for role in roles if role["selected"]]
    assert api.portal.get_registry_record("plone.enable_self_reg") is False


@pytest.fixture
def uninstalled(functional):
    portal = functional["portal"]
    with api.env.adopt_roles(["Manager"]):
        portal.portal_setup.runAllImportStepsFromProfile("profile-kommunalhub:uninstall")
    return portal


def test_nothing_of_ours_stays(uninstalled):
    pas = uninstalled.acl_users
    assert not {id_ for id_, *_rest in OURS} & set(pas.objectIds())
    assert type(pas.jwt_auth.aq_base) is JWTAuthenticationPlugin
    registry = api.portal.get_tool("portal_registry")
    assert not [name for name in registry.records if name.startswith("kommunalhub.security")]


def test_plone_signs_in_as_before(uninstalled):
    plugins = uninstalled.acl_users.plugins
    assert plugins.listPluginIds(ICredentialsUpdatePlugin) == ("session",)
    assert "credentials_cookie_auth" in plugins.listPluginIds(IExtractionPlugin)
    assert set(plugins.listPluginIds(IAuthenticationPlugin)) == {
        "session",
        "source_users",
        "jwt_auth",
    }
    assert plugins.listPluginIds(IValidationPlugin) == ("password_policy",)
