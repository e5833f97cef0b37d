"""Plone's views that lead from a UID to an address."""

from kommunalhub.core.tools import thing_of
from kommunalhub.security.publication.moved import may_view_way
from plone.app.uuid.browser import RedirectToUUIDView
from plone.outputfilters.browser.resolveuid import ResolveUIDView
from zExceptions import NotFound


class ResolveVisibleUID(ResolveUIDView):
    """resolveuid/<uid>, for what the person may view."""

    def __call__(self):
        refuse_hidden_uid(self.uuid)
        return super().__call__()


class RedirectToVisibleUID(RedirectToUUIDView):
    """redirect-to-uuid/<uid>, for what the person may view."""

    def __call__(self):
        refuse_hidden_uid(self.uuid)
        return super().__call__()


def refuse_hidden_uid(uid):
    """Raise NotFound unless the person may view what has the UID."""
    obj = thing_of(uid)
    if obj is None or not may_view_way(obj):
        raise NotFound(uid)
