"""A counter of what everybody may see: it moves when public content changes, not with a case."""

from AccessControl.PermissionRole import rolesForPermissionOn
from BTrees.Length import Length
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.private.catalog import serial_of_counter
from kommunalhub.core.tools import catalog
from plone import api
from Products.CMFPlone.interfaces import IPloneSiteRoot
from zope.annotation.interfaces import IAnnotations
from zope.component import queryUtility


KEY = "kommunalhub.core.public_revision"
RECORDS = ("kommunalhub.", "plone.site_", "plone.portal_timezone", "plone.default_language")


def public_revision(portal):
    """Return how often public content has changed, as an int."""
    counter = IAnnotations(portal).get(KEY)
    return 0 if counter is None else counter()


def catalog_revision():
    """Return a text that changes whenever anything in the catalog does.

    The counter of changes alone comes to the same number again where a database is put back.
    """
    found = catalog()
    return f"{found.getCounter()}.{serial_of_counter(found).hex()}"


def advance(portal):
    """Count one change; two at once add up instead of conflicting."""
    ensured_on(portal, KEY, Length).change(1)


def is_public(obj):
    """Return whether somebody who is not signed in may see the object."""
    return "Anonymous" in rolesForPermissionOn("View", obj)


def content_changed(obj, event):
    """Something was added, changed, moved or taken away."""
    portal = queryUtility(IPloneSiteRoot)
    if portal is not None and is_public(obj):
        advance(portal)


def state_changed(obj, event):
    """Something was published or taken back: it was public before, or is now."""
    for state in (event.old_state, event.new_state):
        if "Anonymous" in (state.permission_roles or {}).get("View", ()):
            advance(api.portal.get())
            return


def setting_changed(event):
    """A setting that pages show, such as the name of the site or a partner, has changed."""
    portal = queryUtility(IPloneSiteRoot)
    if portal is not None and event.record.__name__.startswith(RECORDS):
        advance(portal)
