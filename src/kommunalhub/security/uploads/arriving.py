"""Refuses requests that are too big, before any page or service is called.

What comes from nobody that can be known (no cookie, no token), or is too big for anybody, is not
even read: the publisher finds an empty body, and the refusal follows where there is a site to draw
its page. Data that only people who are signed in may send is hidden until it is known who they are:
plone.restapi looks for a log-in in every JSON, at the site and at the root.
"""

from AccessControl.SecurityManagement import getSecurityManager
from io import BytesIO
from kommunalhub.core.private.publisher import authorization
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.uploads import rules
from kommunalhub.security.uploads.interfaces import RequestEntityTooLarge
from kommunalhub.security.uploads.sentences import sentence


UNREAD = "kommunalhub.security.unread"


def leave_unread(event):
    """Keep what is too big from being read (IPubStart; an error here would end in a bare 500)."""
    request = event.request
    may_be_known = bool(authorization(request) or request.environ.get("HTTP_COOKIE"))
    problem = problem_of(request, may_be_known)
    if problem is not None:
        request.environ[UNREAD] = problem
        # nothing, and no parts of a form to look for in it
        request.environ.update(CONTENT_LENGTH="0", CONTENT_TYPE="application/x-www-form-urlencoded")
        request.stdin = BytesIO()
    elif problem_of(request, is_known=False) is not None:
        request.other["BODY"] = b""


def refuse_too_big(event):
    """Refuse what is too big for who sends it, before anything is called (IPubAfterTraversal)."""
    request = event.request
    problem = request.environ.get(UNREAD)
    if problem is None and IKommunalhubLayer.providedBy(request):
        problem = problem_of(request, getSecurityManager().getUser().getId() is not None)
    if problem is not None:
        raise RequestEntityTooLarge(sentence(problem))
    if request.other.get("BODY") == b"":
        del request.other["BODY"]


def problem_of(request, is_known):
    """Return the rules.TooBig of a request, or None."""
    size = rules.length(request.environ.get("CONTENT_LENGTH"))
    return rules.request_problem(request.environ.get("CONTENT_TYPE"), size, is_known)
