"""Pages for who has to wait, came with the wrong kind of account or under a wrong name."""

from kommunalhub import _
from kommunalhub.security import address
from plone import api
from plone.rest.interfaces import IAPIRequest
from Products.Five import BrowserView

import json


class Refusal(BrowserView):
    """A refused sign-in, as a page or, for REST, as JSON; the context is the exception."""

    status = 403
    heading = ""

    def __call__(self):
        error, self.context = self.context, api.portal.get()
        self.message = str(error)
        response = self.request.response
        response.setStatus(self.status, lock=1)
        response.setHeader("Cache-Control", "no-store")
        if IAPIRequest.providedBy(self.request):
            response.setHeader("Content-Type", "application/json")
            return json.dumps({"type": type(error).__name__, "message": self.message})
        return self.index()


class WaitView(Refusal):
    """429: there were too many attempts."""

    status = 429
    heading = _("heading_wait", default="Please wait a moment")


class RootAccountView(Refusal):
    """403: this is an account of the Zope root."""

    heading = _("heading_root_account", default="This account does not work here")


class UnknownHostView(Refusal):
    """400: the site does not go by this name; no link of the page may lead there."""

    status = 400
    heading = _("heading_unknown_host", default="This address is not the site's")

    @property
    def address(self):
        """The address to use instead, empty while nobody has set one."""
        return address.configured()
