"""Who makes a request that failed before the publisher asked."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import nobody
from kommunalhub.core.private.publisher import authorization
from kommunalhub.security.interfaces import TooManyRequests
from plone import api
from plone.api.exc import CannotGetPortalError


def recognise(request):
    """Let who makes the request be known from here on, as the publisher would have done.

    The publisher asks the user folder after traversal, so whoever follows an address that does not
    exist would be nobody, and be answered otherwise than somebody who may not see what is there.
    """
    if getSecurityManager().getUser().getId() is not None:
        return
    try:
        portal = api.portal.get()
    except CannotGetPortalError:
        return
    # The user folder reads from the request what was asked for: the site, which is open to anybody.
    kept = {name: request.other.get(name) for name in ("PUBLISHED", "PARENTS")}
    steps = request.steps
    request.other.update(PUBLISHED=portal, PARENTS=[portal.aq_parent])
    request.steps = [portal.getId()]
    try:
        user = portal.acl_users.validate(request, authorization(request), None)
    except TooManyRequests:
        user = None
    finally:
        request.steps = steps
        for name, value in kept.items():
            if value is None:
                request.other.pop(name, None)
            else:
                request.other[name] = value
    newSecurityManager(request, nobody if user is None else user)
