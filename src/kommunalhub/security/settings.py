"""The settings of this folder, and the secrets of the site."""

from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.security.interfaces import ISecuritySettings
from kommunalhub.security.interfaces import PREFIX
from plone.keyring.interfaces import IKeyManager
from zope.component import queryUtility


def setting(name):
    """Return a setting of ISecuritySettings; its default where the site has no such record."""
    return registry.read(f"{PREFIX}.{name}", ISecuritySettings[name].default)


def is_installed():
    """Say whether the site at hand has the add-on: other sites of a server keep Plone's ways."""
    return registry.read(f"{PREFIX}.idle_minutes") is not None


def now():
    """Return the seconds since 1970."""
    return formatting.now().timestamp()


def secrets():
    """Return the site's secrets, the one to sign with first; empty outside a site."""
    manager = queryUtility(IKeyManager)
    return [] if manager is None else [secret for secret in manager["_system"] if secret]


def is_https(request):
    """Say whether the browser came by https, also when a proxy in front ended it."""
    return (
        request.get("SERVER_URL", "").startswith("https:")
        or (request.getHeader("X-Forwarded-Proto") or "").split(",")[0].strip() == "https"
    )


def cookie_options(request):
    """Return what every cookie of ours says about itself."""
    return {
        "path": "/",
        "http_only": True,
        "same_site": "Lax",
        "secure": setting("secure_cookie") == "always" or is_https(request),
    }
