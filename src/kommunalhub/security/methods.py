"""WebDAV is off: of HTTP's methods only those that pages and the REST API use are answered.

WebDAV lists folders, titles and what is in acl_users to everybody Zope lets, changes content past
our forms, and is in the way of every check made for pages and services. Who needs it switches it on
in the settings of signing in; then it asks for the permission "WebDAV access", which Managers hold.

Three doors lead to it, and each is closed here: the method of the request, before anything is
looked up; WebDAV's port; and its methods called by their name as if they were pages.

HEAD is GET without a body. Zope asks content for a method of that name instead, which is WebDAV's
and knows no pages, and plone.rest takes every HEAD for one of its service for uploads.
"""

from functools import partial
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.settings import setting
from plone.rest.cors import lookup_preflight_service_id
from plone.rest.events import subscriber_mark_as_api_request
from plone.rest.interfaces import IAPIRequest
from plone.rest.negotiation import lookup_service_id
from Products.CMFCore.interfaces import ISiteRoot
from types import MethodType
from zExceptions import MethodNotAllowed
from zope.component.hooks import getSite
from zope.interface import noLongerProvides


#: What browsers send.
PAGES = ("GET", "HEAD", "POST")
#: What plone.rest answers for its services; without it they are WebDAV's.
SERVICES = ("DELETE", "OPTIONS", "PATCH", "PUT")
#: WebDAV's methods, with those it knows and Zope does not, and what it calls inside of objects.
CALLED = frozenset(
    (
        "COPY",
        "DELETE",
        "LOCK",
        "MKCOL",
        "MOVE",
        "OPTIONS",
        "PROPFIND",
        "PROPPATCH",
        "PUT",
        "REPORT",
        "SEARCH",
        "TRACE",
        "UNLOCK",
        "MKCOL_handler",
        "PUT_factory",
        "listDAVObjects",
        "manage_DAVget",
        "manage_FTPget",
        "manage_FTPlist",
        "manage_FTPstat",
    )
)
PREFIXES = ("dav__", "http__", "wl_")
RECORD = "kommunalhub.security.webdav"
#: The one service that is told by HEAD what GET does not tell.
UPLOADS = "@tus-upload"


def refuse_method(event):
    """See to it that a method of WebDAV is refused before anything is traversed (IPubStart).

    Zope cannot answer to an error raised here; so traversal, which comes next, raises it.
    """
    request = event.request
    if _may_be_webdav(request):
        request.traverse = partial(_traverse, request)
    else:
        # else PUT finds an object of WebDAV's where there is none, and tells missing from hidden
        request.maybe_webdav_client = 0


def _traverse(request, *args, **options):
    """Traverse where some site of the database lets WebDAV in, else answer 405."""
    del request.traverse
    app = request["PARENTS"][-1]
    if not any(_is_on_in(obj) for obj in app.objectValues() if ISiteRoot.providedBy(obj)):
        raise refusal(request)
    return request.traverse(*args, **options)


def answer_head_as_get(event):
    """Let HEAD find what GET finds (IPubStart); `request.method` still says what was sent.

    For views and services it is GET then; whoever counts looks at `request.method`.
    """
    request = event.request
    if not is_head(request) or UPLOADS in request.get("PATH_INFO", "").split("/"):
        return
    request.other["REQUEST_METHOD"] = "GET"
    if IAPIRequest.providedBy(request):
        noLongerProvides(request, IAPIRequest)
    subscriber_mark_as_api_request(event)


def leave_out_body(event):
    """Send the headers of an answer to HEAD alone (IPubSuccess, IPubFailure).

    With a body a connection that is kept breaks.
    """
    request = event.request
    if not is_head(request):
        return
    response, body = request.response, request.response.body
    if isinstance(body, bytes) and not response.getHeader("Content-Length"):
        response.setHeader("Content-Length", str(len(body)))
    elif hasattr(body, "close"):
        body.close()
    response.body = b""
    response.stdout.seek(0)
    response.stdout.truncate()


def is_head(request):
    return request.environ.get("REQUEST_METHOD", "").upper() == "HEAD"


def refuse_within_site(site, event):
    """Answer 405 within a site whose administrator did not switch WebDAV on (before traversal)."""
    request = event.request
    if _may_be_webdav(request) and not _is_on_in(site):
        raise refusal(request)


def refuse_called(event):
    """Refuse a method of WebDAV that was reached after all: by its name, or outside a site."""
    request = event.request
    published = request.get("PUBLISHED")
    if not isinstance(published, MethodType) or _is_on(request):
        return
    name = published.__name__
    if name in CALLED or name.startswith(PREFIXES):
        raise refusal(request)


class MethodRefused(MethodNotAllowed):
    """A request by a method that is not answered here."""


class RefusalView:
    """405 in one line: there may be no site yet, and no page to show it in."""

    def __init__(self, context, request):
        self.request = request

    def __call__(self):
        self.request.response.setStatus(405, lock=1)
        self.request.response.setHeader("Content-Type", "text/plain; charset=utf-8")
        return "405 Method Not Allowed"


def refusal(request):
    """Return the answer 405, which says what may be asked instead."""
    error = MethodRefused(request.get("REQUEST_METHOD", ""))
    error.setHeader("Allow", ", ".join(PAGES))
    return error


def _may_be_webdav(request):
    if request.environ.get("WEBDAV_SOURCE_PORT"):
        return True
    method = request.get("REQUEST_METHOD", "GET").upper()
    return method not in PAGES and not _is_service(request, method)


def _is_service(request, method):
    """Say whether plone.rest takes this request, as it will say itself (see its events.py)."""
    if method not in SERVICES:
        return False
    if method == "OPTIONS" and request.getHeader("Origin"):
        asked = request.getHeader("Access-Control-Request-Method")
        return lookup_preflight_service_id(asked) is not None
    named = "++api++" in request.get("PATH_INFO", "").split("/")
    accept = "application/json" if named else request.getHeader("Accept", "text/html")
    return lookup_service_id(method, accept) is not None


def _is_on(request):
    """Say whether WebDAV is on where this request is; never outside a site."""
    if getSite() is None:
        return False
    return not IKommunalhubLayer.providedBy(request) or setting("webdav")


def _is_on_in(site):
    """Say whether a site lets WebDAV in; one without our settings is none of our business."""
    records = site.portal_registry.records
    return RECORD not in records or bool(records[RECORD].value)
