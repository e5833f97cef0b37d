"""Interfaces that concern the package as a whole."""

from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IKommunalhubLayer(IDefaultBrowserLayer):
    """Marks requests to a site on which kommunalhub is installed."""
