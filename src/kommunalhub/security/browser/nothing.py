"""What people read where there is nothing for them: not there, not theirs, not without signing in.

Hidden and missing get one answer: 404, the same words, and for somebody who is not signed in the
way to sign in. In a browser in which somebody has signed in before, both lead to the log-in at
once, so that a link from a mail opens after the session has ended.
"""

from AccessControl.SecurityManagement import getSecurityManager
from kommunalhub import _
from kommunalhub.core.forms.expired import slip_to_keep
from kommunalhub.core.private.publisher import ask_for_no_password
from kommunalhub.security.browser.errors import ErrorPage
from kommunalhub.security.browser.errors import WithoutTraceback
from kommunalhub.security.devices import COOKIE
from kommunalhub.security.publication.check import steps_of
from kommunalhub.security.publication.check import VIEW
from kommunalhub.security.publication.moved import may_follow
from kommunalhub.security.publication.person import recognise
from plone import api
from plone.rest.interfaces import IAPIRequest
from Products.CMFCore.interfaces import IContentish
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote
from zExceptions import NotFound


class NothingHere(ErrorPage):
    """404 for what is missing or hidden; the context is the exception."""

    template = ViewPageTemplateFile("templates/nothing.pt")
    status = 404
    heading = _("heading_nothing_here", default="There is nothing here for you")
    lead = _(
        "text_nothing_here", default="There is no page at this address, or it is not open to you."
    )

    def __call__(self):
        recognise(self.request)
        response = self.request.response
        # nothing of how far the request came may show: no base, no transforms, no challenge
        response.setBase(None)
        ask_for_no_password(response)
        self.request.environ["plone.transformchain.disable"] = True
        if IAPIRequest.providedBy(self.request):
            response.setHeader("Cache-Control", "no-store")
            return NothingByRest(NotFound(), self.request)()
        if may_follow(self.request) and self.redirector().attempt_redirect():
            return ""
        if self.leads_to_login():
            response.redirect(self.login_url, status=302, lock=1)
            return ""
        return self.answer()

    def data(self):
        return super().data() | {"type": "NotFound"}

    def wants_json(self):
        """A picture or a script that is missing needs no page."""
        return super().wants_json() or "text/html" not in (self.request.getHeader("Accept") or "")

    def redirector(self):
        return api.content.get_view("plone_redirector_view", api.portal.get(), self.request)

    def leads_to_login(self):
        """Tell whether a page is asked for, or a form sent, where somebody has signed in before."""
        request = self.request
        if not self.is_anonymous:
            return False
        if slip_to_keep(request) is not None:
            return True
        return (
            COOKIE in request.cookies
            and not self.wants_json()
            and request.get("REQUEST_METHOD") in ("GET", "POST")
            and request.getHeader("Sec-Fetch-Dest", "document") == "document"
        )

    @property
    def is_anonymous(self):
        return getSecurityManager().getUser().getId() is None

    @property
    def login_url(self):
        return f"{api.portal.get().absolute_url()}/login?came_from={quote(self.address(), safe='')}"

    def address(self):
        """Return the address that was asked for."""
        query = self.request.get("QUERY_STRING")
        return f"{self.request['ACTUAL_URL']}?{query}" if query else self.request["ACTUAL_URL"]


class NothingByRest(WithoutTraceback):
    """plone.rest's answer, the same for hidden and missing: no nearest object, no half address."""

    def attempt_redirect(self):
        return may_follow(self.request) and super().attempt_redirect()

    def render_exception(self, exception):
        result = super().render_exception(exception)
        if result is not None:
            result["message"] = f"Resource not found: {self.request['ACTUAL_URL']}"
        return result

    def _get_closest_visible_context_url(self):
        return api.portal.get().absolute_url()


class NotAllowed(ErrorPage):
    """Somebody may not do this here: signed in, they read who can help; otherwise they sign in."""

    template = ViewPageTemplateFile("templates/notallowed.pt")
    status = 403
    heading = _("heading_not_allowed", default="You may not do this here")
    lead = _(
        "text_not_allowed",
        default="This page needs a right that your account does not have. Nothing was changed.",
    )

    def tell(self):
        if IAPIRequest.providedBy(self.request):
            return WithoutTraceback(self.context, self.request)()
        # Zope asks visitors to sign in by itself
        if getSecurityManager().getUser().getId() is None:
            return ""
        ask_for_no_password(self.request.response)
        return self.answer()

    def back(self):
        """Return {title, url} of the nearest content that the person may view."""
        may_view = getSecurityManager().checkPermission
        for step in reversed(steps_of(self.request)):
            if IContentish.providedBy(step) and may_view(VIEW, step):
                return {"title": step.Title(), "url": step.absolute_url()}
        return None
