"""Bodies of REST services: valid JSON, an object, nothing odd in it, before a service sees them."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.input import rules
from kommunalhub.security.input.refusing import refusal
from kommunalhub.security.limits import refusing as limiting
from kommunalhub.security.limits import rules as limits
from plone.rest.interfaces import IAPIRequest

import json


#: Bodies that no service reads as JSON: parts of files, and forms (of which Plone reads JSON, too).
OTHERS = ("multipart/", "application/offset+octet-stream", "application/x-www-form-urlencoded")


def refuse_malformed_body(event):
    """Refuse what is no JSON object (IPubAfterTraversal); an empty body is as good as none."""
    request = event.request
    if not IAPIRequest.providedBy(request) or not IKommunalhubLayer.providedBy(request):
        return
    if request.get("REQUEST_METHOD") == "OPTIONS":
        return  # asks what is allowed, whatever it brings
    if request.get("CONTENT_LENGTH") in (None, "", "0") and not _is_chunked(request):
        return
    if (request.getHeader("Content-Type") or "").lower().startswith(OTHERS):
        return
    body = request.get("BODY")
    if not body:
        return
    try:
        data = parsed(body)
        rules.check_data(data)
        limits.check_asked(data)
    except limits.TooMuch as error:
        raise limiting.refusal(error, request) from error
    except rules.WrongForm as error:
        raise refusal(error, request) from error


def parsed(body):
    """Return what stands in a body; WrongForm where that is no JSON."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        why = "nested" if isinstance(error, RecursionError) else "json"
        raise rules.WrongForm(why) from error


def _is_chunked(request):
    return "chunked" in (request.getHeader("Transfer-Encoding") or "").lower()
