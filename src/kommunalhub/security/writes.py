"""No other website writes over REST in the name of who is signed in here.

A browser sends the session's cookie (and a password of HTTP Basic that it knows) with whatever it
sends, and other websites can make it send: `Accept: application/json`, `++api++` in the address and
a body as text/plain need nobody's leave. What needs leave is JSON as content type, and the browser
itself tells where a page came from. One check after traversal covers every service, whoever
registered it; services may leave plone.protect's token aside. See docs/decisions/guards.md.
"""

from AccessControl.SecurityManagement import getSecurityManager
from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.core.private.publisher import authorization
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security import address
from kommunalhub.security.settings import is_https
from plone.rest import Service
from plone.rest.interfaces import IAPIRequest
from zExceptions import Forbidden
from zExceptions import HTTPException
from zope.i18n import translate


READING = {"GET", "HEAD", "OPTIONS"}
JSON = "application/json"
#: Pieces of a resumable upload; beginning one has no body and is known by its header.
PIECE = "application/offset+octet-stream"
#: What a browser says of pages of this very website, and of what people type themselves.
OWN_PAGES = {"", "same-origin", "none"}
COOKIE, BASIC = "cookie", "basic"
FOREIGN, TYPE = "foreign", "type"
MESSAGES = {
    FOREIGN: _(
        "error_foreign_write",
        default="This request comes from another website. Nothing was changed.",
    ),
    TYPE: _(
        "error_write_type",
        default="Please send JSON (Content-Type: application/json). Nothing was changed.",
    ),
}


class UnsupportedMediaType(HTTPException):
    """415; publisher and plone.rest find the status by the name."""

    def __init__(self, message):
        super().__init__(message)
        self.setStatus(415)


@dataclass(frozen=True)
class Sent:
    """What the headers of a request say. method and fetch_site as sent, empty when missing.

    by: COOKIE or BASIC where a browser may have said by itself who is signed in, else empty.
    """

    method: str
    content_type: str = ""
    has_body: bool = False
    is_upload: bool = False
    origin: str = ""
    fetch_site: str = ""
    by: str = ""


def problem(sent, own_origins):
    """Return FOREIGN or TYPE for what is wrong with a request that writes, None if nothing is.

    >>> hub = {"https://hub.example"}
    >>> problem(Sent("POST", JSON, has_body=True, by=COOKIE), hub)
    >>> problem(Sent("POST", JSON, True, origin="https://evil.example", by=COOKIE), hub)
    'foreign'
    >>> problem(Sent("POST", "text/plain", has_body=True, by=COOKIE), hub)
    'type'
    """
    if sent.by:
        if sent.origin and sent.origin.lower() not in own_origins:
            return FOREIGN
        if sent.fetch_site.lower() not in OWN_PAGES:
            return FOREIGN
    kind = sent.content_type.partition(";")[0].strip().lower()
    if kind == JSON or (kind.startswith("application/") and kind.endswith("+json")):
        return None
    if sent.is_upload and kind == (PIECE if sent.has_body else ""):
        return None
    # Without a body there is nothing that could be taken for JSON. Browsers need leave for
    # DELETE, PATCH and PUT, but not for an empty POST; programs with a password send such.
    if not sent.has_body and not kind and not (sent.by == COOKIE and sent.method == "POST"):
        return None
    return TYPE


def refuse_foreign_write(event):
    """Stop a request to REST that another website may have made (IPubAfterTraversal)."""
    request = event.request
    if not (IKommunalhubLayer.providedBy(request) and IAPIRequest.providedBy(request)):
        return
    if request.method in READING:
        return
    found = problem(read(request), own_origins(request))
    # Pages may be asked for JSON as well, as the one that takes files dropped into a folder: they
    # take forms, and plone.protect asks those for its token.
    if found is None or (found == TYPE and not is_service(request)):
        return
    message = translate(MESSAGES[found], context=request)
    raise (Forbidden if found == FOREIGN else UnsupportedMediaType)(message)


def is_service(request):
    """Say whether a service of REST was asked for, and not a page."""
    published = request.get("PUBLISHED")
    return isinstance(getattr(published, "__self__", published), Service)


def read(request):
    """Return what a request says of itself as Sent."""
    header = request.getHeader
    signed_in = getSecurityManager().getUser().getId() is not None
    way = authorization(request).partition(" ")[0].lower()
    return Sent(
        method=request.method,
        content_type=header("Content-Type") or "",
        has_body=header("Content-Length", "0") not in ("", "0")
        or bool(header("Transfer-Encoding")),
        is_upload=bool(header("Tus-Resumable")),
        origin=header("Origin") or "",
        fetch_site=header("Sec-Fetch-Site") or "",
        by={"bearer": "", "basic": BASIC}.get(way, COOKIE) if signed_in else "",
    )


def own_origins(request):
    """Return the origins that pages of this site have, in lower case."""
    here = request.get("SERVER_URL", "").lower()
    origins = {here, address.origin_of(address.configured())}
    if is_https(request):  # the proxy in front ended it and did not tell the address
        origins.add("https://" + here.partition("://")[2])
    return origins - {""}
