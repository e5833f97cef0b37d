"""Put our PAS plugins in place when the add-on is installed, and Plone's back afterwards."""

from Acquisition import aq_base
from kommunalhub.security.guard import PasswordGuard
from kommunalhub.security.guests.plugin import GUESTS
from kommunalhub.security.guests.plugin import Guests
from kommunalhub.security.passwords import PasswordRules
from kommunalhub.security.person import People
from kommunalhub.security.sessions import HubSessions
from kommunalhub.security.tokens import HubTokens
from kommunalhub.security.userids.book import KEEPER
from kommunalhub.security.userids.keeper import AccountKeeper
from kommunalhub.security.userids.rules import FORM
from plone import api
from plone.restapi.pas.plugin import JWTAuthenticationPlugin
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from Products.PluggableAuthService.interfaces.plugins import ICredentialsResetPlugin
from Products.PluggableAuthService.interfaces.plugins import ICredentialsUpdatePlugin
from Products.PluggableAuthService.interfaces.plugins import IExtractionPlugin
from Products.PluggableAuthService.interfaces.plugins import IPropertiesPlugin
from Products.PluggableAuthService.interfaces.plugins import IUserAdderPlugin
from Products.PluggableAuthService.interfaces.plugins import IUserEnumerationPlugin
from Products.PluggableAuthService.interfaces.plugins import IUserFactoryPlugin
from Products.PluggableAuthService.interfaces.plugins import IValidationPlugin


#: Our plugins: id, class, title and what they do.
OURS = (
    (
        "hub_sessions",
        HubSessions,
        "Sessions that signing out ends",
        (
            IExtractionPlugin,
            IAuthenticationPlugin,
            ICredentialsUpdatePlugin,
            ICredentialsResetPlugin,
        ),
    ),
    (
        "hub_guard",
        PasswordGuard,
        "Slows down who guesses passwords",
        (IExtractionPlugin, IAuthenticationPlugin),
    ),
    ("hub_passwords", PasswordRules, "Password rules", (IValidationPlugin,)),
    (KEEPER, AccountKeeper, "Gives no id twice", (IUserAdderPlugin,)),
    (
        GUESTS,
        Guests,
        "People without an account",
        (IUserEnumerationPlugin, IPropertiesPlugin),
    ),
    ("hub_people", People, "Works out rights once in a request", (IUserFactoryPlugin,)),
)
#: Plone's plugins that rest meanwhile: id and what they do no longer.
THEIRS = (
    (
        "session",
        (
            IExtractionPlugin,
            IAuthenticationPlugin,
            ICredentialsUpdatePlugin,
            ICredentialsResetPlugin,
        ),
    ),
    ("credentials_cookie_auth", (IExtractionPlugin,)),
    ("password_policy", (IValidationPlugin,)),
)
TOKENS = "jwt_auth"
#: For what Plone checks by itself: forms, groups, scripts.
ID_PATTERN = f"^{FORM.pattern}$"
#: Plone's transform that every rich text passes, and ours in its place.
TRANSFORM = "safe_html"
PLONES_TRANSFORM = "Products.PortalTransforms.transforms.safe_html"
OUR_TRANSFORM = "kommunalhub.security.richtext.transform"


def install(pas):
    """Put our plugins in place; twice is harmless and keeps what they remember."""
    plugins = pas.plugins
    for id_, factory, title, interfaces in OURS:
        if id_ not in pas.objectIds():
            pas._setObject(id_, factory(id_, title))
        for interface in interfaces:
            if id_ not in plugins.listPluginIds(interface):
                plugins.activatePlugin(interface, id_)
    _replace_tokens(pas, HubTokens, (ICredentialsResetPlugin,))
    plugins.movePluginsTop(IAuthenticationPlugin, ["hub_guard"])
    plugins.movePluginsTop(IUserAdderPlugin, [KEEPER])
    plugins.movePluginsTop(IUserFactoryPlugin, ["hub_people"])
    # Plone's own plugin answers for everybody, with nothing.
    plugins.movePluginsTop(IPropertiesPlugin, [GUESTS])
    # Who types name and password is who they say, also where somebody else is still signed in.
    first = [id_ for id_ in ("hub_guard", TOKENS) if id_ in pas.objectIds()]
    plugins.movePluginsTop(IExtractionPlugin, first)
    for id_, interfaces in THEIRS:
        for interface in interfaces:
            if id_ in plugins.listPluginIds(interface):
                plugins.deactivatePlugin(interface, id_)
    # As Plone does it for e-mail addresses as login names: small and capital letters are one.
    if pas.login_transform != "lower":
        pas.manage_changeProperties(login_transform="lower")
    api.portal.get_tool("portal_registration").manage_editIDPattern(ID_PATTERN)
    _clean_by(OUR_TRANSFORM)


def uninstall(pas):
    """Take our plugins away and let Plone's work again."""
    for id_, interfaces in THEIRS:
        for interface in interfaces:
            if id_ in pas.objectIds() and id_ not in pas.plugins.listPluginIds(interface):
                pas.plugins.activatePlugin(interface, id_)
    _replace_tokens(pas, JWTAuthenticationPlugin, ())
    pas.manage_delObjects([id_ for id_, *_rest in OURS if id_ in pas.objectIds()])
    tool = api.portal.get_tool("portal_registration")
    if tool.getIDPattern() == ID_PATTERN:
        tool.manage_editIDPattern("")
    _clean_by(PLONES_TRANSFORM)


def _replace_tokens(pas, factory, further):
    """Put another plugin for tokens in place of the one that is there, if there is one."""
    old = pas.get(TOKENS)
    if old is None or type(aq_base(old)) is factory:
        return
    pas.manage_delObjects([TOKENS])
    pas._setObject(TOKENS, factory(TOKENS, old.title))
    for interface in (IAuthenticationPlugin, IExtractionPlugin, *further):
        pas.plugins.activatePlugin(interface, TOKENS)


def _clean_by(module):
    """Let rich text be cleaned by the transform of a module."""
    transforms = api.portal.get_tool("portal_transforms")
    if transforms[TRANSFORM].module != module:
        transforms.unregisterTransform(TRANSFORM)
        transforms.manage_addTransform(TRANSFORM, module)
