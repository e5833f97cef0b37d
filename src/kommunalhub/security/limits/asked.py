"""Asks the rules of what stands in an address or a form, before anything is called."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.limits import rules
from kommunalhub.security.limits.refusing import refusal
from plone.rest.interfaces import IAPIRequest


def refuse_too_much(event):
    """Refuse numbers that no list answers (IPubAfterTraversal)."""
    request = event.request
    if request.form and IKommunalhubLayer.providedBy(request):
        try:
            rules.check_asked(request.form, strict=IAPIRequest.providedBy(request))
        except rules.TooMuch as error:
            raise refusal(error, request) from error
