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


@once
def site_url():
    """Return the address of the site."""
    return tool("portal_url")()
