"""Whatever brings a file has it read."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.search.reading import operations
from plone.browserlayer.utils import registered_layers
from zope.component.hooks import getSite


def file_may_be_new(obj, event):
    """A thing was added, changed or took the place of another."""
    if getSite() is not None and IKommunalhubLayer in registered_layers():
        operations.notice(obj)
