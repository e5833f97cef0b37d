"""Addresses that lead elsewhere, by an old path or a UID: to what the person may view only."""

from AccessControl.SecurityManagement import getSecurityManager
from kommunalhub.security.publication.check import VIEW
from kommunalhub.security.publication.interfaces import IClosedWhole
from plone import api
from plone.app.redirector.interfaces import IRedirectionStorage
from zope.component import queryUtility


def may_follow(request):
    """Tell whether the person may view all that this address, or its beginning, leads to."""
    storage = queryUtility(IRedirectionStorage)
    try:
        names = request.physicalPathFromURL(request.get("ACTUAL_URL", ""))
    except ValueError:
        return False
    names = [name for name in names if name != "++api++"]
    olds = ["/".join(names[:length]) for length in range(2, len(names) + 1)]
    if request.get("QUERY_STRING") and olds:
        olds.append(f"{olds[-1]}?{request['QUERY_STRING']}")
    news = [storage.get(old) for old in olds] if storage is not None else []
    return all(_may_view(new) for new in news if new and new.startswith("/"))


def may_view_way(obj):
    """Tell whether the person may view the object, and what it is part of."""
    may_view = getSecurityManager().checkPermission
    wholes = filter(IClosedWhole.providedBy, obj.aq_inner.aq_chain)
    return bool(may_view(VIEW, obj)) and all(may_view(VIEW, whole) for whole in wholes)


def _may_view(path):
    obj = api.portal.get().unrestrictedTraverse(path.split("?")[0], None)
    return obj is not None and may_view_way(obj)
