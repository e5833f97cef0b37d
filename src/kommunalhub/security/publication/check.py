"""The one place where the objects on the way of a request are asked for View."""

from AccessControl.SecurityManagement import getSecurityManager
from Acquisition import aq_base
from Acquisition import aq_inner
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.publication.interfaces import IClosedWhole
from plone.rest.traverse import RESTWrapper
from Products.CMFCore.interfaces import IContentish
from Products.CMFCore.interfaces import ISiteRoot
from zExceptions import NotFound


VIEW = "View"

#: Names below the site root that stay open while the site itself is closed, with the reason.
OPEN_AT_ROOT = {
    "++plone++": "styles and scripts of the log-in form",
    "++resource++": "styles and scripts of the log-in form",
    "++theme++": "styles and scripts of the log-in form",
    "++webresource++": "styles and scripts of the log-in form",
    "@@confirm-registration": "somebody who has no account yet follows a link from a mail",
    "@@hub-frame": "error pages and the log-in form are drawn in it",
    "@@login-help": "somebody who cannot sign in asks for a new password",
    "@login": "signing in by REST",
    "@login-renew": "keeping a session by REST; asks for a token",
    "@logout": "ending a session by REST",
    "acl_users": "the challenge of a closed page leads here",
    "favicon.ico": "asked for by every browser",
    "logged_out": "where signing out leads",
    "login": "signing in",
    "login-help": "somebody who cannot sign in asks for a new password",
    "login_form": "signing in",
    "logout": "signing out",
    "mail_password": "leads to login-help",
    "mail_password_form": "leads to login-help",
    "passwordreset": "somebody without a password follows a link from a mail",
    "register": "somebody who has no account yet asks for one",
    "require_login": "the challenge of a closed page leads here",
}


def refuse_hidden(event):
    """Answer as if there was nothing where the request passes what the person may not view.

    A subscriber of IPubAfterTraversal: who makes the request is known, nothing has been called.
    """
    request = event.request
    if IKommunalhubLayer.providedBy(request) and is_hidden(request):
        raise NotFound(request.get("URL"))


def is_hidden(request):
    """Tell whether something on the way of the request may not be viewed by who makes it."""
    way = content_on(request)
    if not way:
        return False
    may_view = getSecurityManager().checkPermission
    last = way[-1]
    if not may_view(VIEW, last):
        return not (ISiteRoot.providedBy(last) and is_open_at_root(request))
    if len(way) == 1:
        return False
    inside = {id(aq_base(parent)) for parent in aq_inner(last).aq_chain}
    return any(
        not may_view(VIEW, passed)
        for passed in way[:-1]
        if IClosedWhole.providedBy(passed) or id(aq_base(passed)) not in inside
    )


def content_on(request):
    """Return the content a request has passed, from the site on, as it was reached."""
    return [step for step in steps_of(request) if _is_content(step)]


def is_open_at_root(request):
    """Tell whether the request asks for one of the names that stay open on a closed site."""
    steps = steps_of(request)
    after = max(place for place, step in enumerate(steps) if ISiteRoot.providedBy(step))
    # the publisher notes a name for each object but the first
    name = request.steps[after] if after < len(request.steps) else ""
    return name in OPEN_AT_ROOT or f"@@{name}" in OPEN_AT_ROOT or name.startswith(NAMESPACES)


def steps_of(request):
    """Return what a request has been led through, from the root of the database on."""
    parents = list(request.get("PARENTS", ()))
    if "PUBLISHED" in request.other:
        parents.insert(0, request.other["PUBLISHED"])
    parents.reverse()
    return [step.context if isinstance(step, RESTWrapper) else step for step in parents]


def _is_content(step):
    return IContentish.providedBy(step) or ISiteRoot.providedBy(step)


NAMESPACES = tuple(name for name in OPEN_AT_ROOT if name.startswith("++"))
