"""What is registered, on whatever layers of tests lie on top of each other."""

from zope.component import getGlobalSiteManager


#: A view that the layer has on which kommunalhub is loaded.
OURS = "hub-frame"


def adapters():
    """Yield the registrations of all adapters: views, services and the rest, each layer's own."""
    for registry in registries():
        yield from registry.registeredAdapters()


def ours():
    """Yield those of the layers down to that which loads kommunalhub, without Plone's own below."""
    for registry in registries():
        found = list(registry.registeredAdapters())
        yield from found
        if any(one.name == OURS for one in found):
            return


def registries():
    """Yield the registries of all layers: each holds what it registered itself, then its bases."""
    found = [getGlobalSiteManager()]
    for registry in found:
        found += [base for base in registry.__bases__ if base not in found]
        yield registry
