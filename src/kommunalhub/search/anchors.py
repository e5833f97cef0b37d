"""Ids for the headings of what people write, so that a hit can lead to them; added at display."""

from kommunalhub.lib.headings import with_ids
from plone.outputfilters.interfaces import IFilter
from zope.interface import implementer


@implementer(IFilter)
class HeadingIds:
    """A filter of Plone for rich text on its way to the page; what is stored stays as it is."""

    #: After Plone's own filters.
    order = 900

    def __init__(self, context=None, request=None):
        self.context = context
        self.request = request

    def is_enabled(self):
        return True

    def __call__(self, data):
        return with_ids(data)
