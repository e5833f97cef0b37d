"""Pages for what went wrong: what happened, who can help, the way back; never a path or traceback.

    class GonePage(ErrorPage):
        status = 410
        heading = _("heading_gone", default="This page is gone")

JSON for REST and for whoever accepts JSON. Should the page itself fail, plain words remain. What
went wrong on the way to something hidden is answered as if there was nothing (publication/).
"""

from kommunalhub import _
from kommunalhub.security.input import faults
from kommunalhub.security.input.refusing import SENTENCES
from kommunalhub.security.publication.check import is_hidden
from kommunalhub.security.publication.person import recognise
from plone import api
from plone.rest.errors import ErrorHandling
from plone.rest.interfaces import IAPIRequest
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from secrets import token_hex
from transaction.interfaces import TransientError
from zExceptions import HTTPException
from zExceptions import HTTPImATeapot
from zExceptions import NotFound
from zope.component import getGlobalSiteManager
from zope.component import queryMultiAdapter
from zope.i18n import translate
from zope.interface import Interface
from zope.interface import providedBy
from zope.publisher.interfaces.browser import IBrowserRequest

import json
import logging
import sys


logger = logging.getLogger(__name__)

PLAIN = (
    '<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{heading}</title></head>'
    "<body><h1>{heading}</h1><p>{lead}</p></body></html>"
)


class ErrorPage(BrowserView):
    """A page for an exception, which is its context; subclasses say what stands there.

    status: of the answer. heading, lead: translatable. sentences: more lines, already translated.
    number: names the entry of the log, empty where nothing was logged.
    """

    template = ViewPageTemplateFile("templates/error.pt")

    status = 500
    heading = _("heading_error", default="Something went wrong here")
    lead = ""
    sentences = ()
    number = ""

    def __call__(self):
        recognise(self.request)
        # Plone calls a view that is no page a teapot
        if is_hidden(self.request) or isinstance(self.context, HTTPImATeapot):
            return queryMultiAdapter((NotFound(), self.request), name="index.html")()
        return self.tell()

    def tell(self):
        """Return what is answered; what subclasses change."""
        return self.answer()

    def answer(self):
        """Return the page, or JSON, and set the status."""
        self.error, self.context = self.context, api.portal.get()
        response = self.request.response
        response.setStatus(self.status, lock=1)
        response.setHeader("Cache-Control", "no-store")
        if self.wants_json():
            response.setHeader("Content-Type", "application/json")
            return json.dumps(self.data())
        response.setHeader("Content-Type", "text/html; charset=utf-8")
        try:
            return self.template()
        except Exception:
            logger.exception("%s: the page for it fails, too", self.number)
            return PLAIN.format(heading=self.said(self.heading), lead=self.said(self.lead))

    def wants_json(self):
        accepted = self.request.getHeader("Accept") or ""
        return IAPIRequest.providedBy(self.request) or (
            "application/json" in accepted and "text/html" not in accepted
        )

    def data(self):
        """Return what JSON says."""
        said = {"type": type(self.error).__name__, "message": self.said(self.lead)}
        return said | ({"id": self.number} if self.number else {})

    def said(self, message):
        return translate(message, context=self.request)

    @property
    def site_url(self):
        return self.context.absolute_url()


class WrongInput(ErrorPage):
    """400: what was sent does not fit; sentences of fields stand there where there are some."""

    status = 400
    heading = _("heading_wrong_input", default="We could not read that")
    lead = _(
        "lead_wrong_input",
        default="Something in the address or in the form does not fit. Nothing was changed.",
    )

    def tell(self):
        told = self.context.args[0] if self.context.args else ""
        if self.wants_json():
            return WithoutTraceback(self.context, self.request)()
        if isinstance(told, list):
            self.sentences = [
                f"{one.get('field') or ''}: {one['message']}".removeprefix(": ")
                for one in told
                if isinstance(one, dict) and isinstance(one.get("message"), str)
            ]
        return self.answer()


class Unexpected(ErrorPage):
    """What nobody expected: a bug (500), a moment of many writers (503), or input that only Plone
    stumbled over (400). Each is logged with a number that the page names.

    Exceptions that have a status of their own are shown as Plone shows them.
    """

    lead = _(
        "lead_error",
        default="The fault is ours, not yours, and has been noted. Please try again later.",
    )

    def tell(self):
        if self._status() < 500:
            return self._as_plone()
        error, traceback = self.context, sys.exc_info()[2]
        self.number = token_hex(4)
        if isinstance(error, TransientError):
            self.status, self.lead = 503, _MANY
            self._log(logging.WARNING)
            self.request.response.setHeader("Retry-After", "5")
        elif faults.is_wrong_input(error, traceback, self._has_input()):
            self.status = 400
            self.heading, self.lead = WrongInput.heading, SENTENCES["unknown"]
            self._log(logging.WARNING)
        else:
            self._log(logging.ERROR)
        return self.answer()

    def data(self):
        kind = {400: "BadRequest", 503: "ServiceUnavailable"}.get(self.status)
        return super().data() | {"type": kind or "InternalServerError"}

    def _status(self):
        """Return the status that the exception has of itself; Zope calls a KeyError 503."""
        if isinstance(self.context, HTTPException):
            return self.context.getStatus()
        return self.request.response.getStatus()

    def _log(self, level):
        request = self.request
        what = f"{request.get('REQUEST_METHOD', '')} {request.get('PATH_INFO', '')!r}"
        logger.log(level, "%s: %s %s", self.number, self.status, what, exc_info=True)

    def _has_input(self):
        """Tell whether anything was sent besides the address of a page or a service."""
        request = self.request
        return bool(
            request.get("QUERY_STRING")
            or request.form
            or request.get("REQUEST_METHOD") not in ("GET", "HEAD")
            or self._follows_a_service()
        )

    def _follows_a_service(self):
        """Tell whether the name of a service is followed by something, as in @types/nixda."""
        *before, last = (self.request.get("PATH_INFO") or "").rstrip("/").split("/")
        return not last.startswith("@") and any(name.startswith("@") for name in before)

    def _as_plone(self):
        if IAPIRequest.providedBy(self.request):
            return WithoutTraceback(self.context, self.request)()
        wanted = (providedBy(self.context), IBrowserRequest)
        view = getGlobalSiteManager().adapters.lookup(wanted, Interface, "index.html")(
            self.context, self.request
        )
        view.__parent__ = self.__parent__
        page = view()
        if self.request.response.getStatus() >= 500:  # of a kind that Zope has no name for
            self.request.response.setStatus(400)
        return page


_MANY = _(
    "lead_many_writers",
    default="Several people have just changed the same thing. Please try again.",
)


class WithoutTraceback(ErrorHandling):
    """plone.rest's answer, which shows managers where the code lies; the log has that."""

    def render_exception(self, exception):
        result = super().render_exception(exception)
        if result:
            result.pop("traceback", None)
        return result
