"""Plone's tools by name, and where the site is, for code that runs many times on a page.

plone.api checks the parameters of each call, which costs some ninety calls of its own.
"""

from kommunalhub.core.reading import once
from Products.CMFCore.utils import getToolByName
from zope.component.hooks import getSite


def site():
    """Return the site that is asked."""
    return getSite()


@once
def tool(name):
    """Return a tool of the site; AttributeError where there is none of that name."""
    return getToolByName(site(), name)


def catalog():
    """Return the catalog of the site."""
    return tool("portal_catalog")


def brain_of(uid, **query):
    """Return what the catalog knows of the thing with a UID, whoever asks; None without one.

    query: what else has to be so of it, as for the catalog, `portal_type` first of all.

    Who asks may not be allowed to see it. So only these may call: verbs and jobs that act for the
    hub, and what shows nothing of the thing, or only after asking `asking.may` or a key of its own.
    A page or service that looks for what somebody may see asks the catalog itself.
    """
    found = catalog().unrestrictedSearchResults(UID=uid, **query) if uid else ()
    return found[0] if found else None


def thing_of(uid, **query):
    """Return the thing with a UID, whoever asks; None without one. For whom: see `brain_of`."""
    brain = brain_of(uid, **query)
    return None if brain is None else brain._unrestrictedGetObject()


@once
def site_url():
    """Return the address of the site."""
    return tool("portal_url")()
