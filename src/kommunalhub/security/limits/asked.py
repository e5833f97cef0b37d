"""Asks the rules of what stands in an address or a form, before anything is called."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.limits import rules
from kommunalhub.security.limits.refusing import refusal
from plone.rest.interfaces import IAPIRequest
from zExceptions import BadRequest


def refuse_too_much(event):
    """Refuse numbers that no list answers (IPubAfterTraversal)."""
    request = event.request
    if request.form and IKommunalhubLayer.providedBy(request):
        try:
            rules.check_asked(request.form, strict=IAPIRequest.providedBy(request))
        except rules.TooMuch as error:
            raise refusal(error, request) from error


def refuse_long_path(event):
    """Refuse an address with more parts than any page has (IPubStart).

    By acquisition /a/a/a/… leads on for as long as somebody likes; each part costs more than the
    one before it, and thousands end the process.
    """
    if event.request.environ.get("PATH_INFO", "").count("/") > rules.MOST_STEPS:
        raise BadRequest("This address has too many parts.")
