"""Sessions of the site: a signed ticket in a cookie, ended for good by signing out.

Reading a page never writes to the database: a ticket in use is renewed in the cookie alone.
"""

from AccessControl.class_init import InitializeClass
from AccessControl.SecurityInfo import ClassSecurityInfo
from AccessControl.SecurityManagement import getSecurityManager
from Acquisition import aq_parent
from dataclasses import replace
from kommunalhub.core.private.accounts import find
from kommunalhub.security import devices
from kommunalhub.security import rules
from kommunalhub.security import tickets
from kommunalhub.security.ledger import SessionLedger
from kommunalhub.security.settings import cookie_options
from kommunalhub.security.settings import now
from kommunalhub.security.settings import secrets
from kommunalhub.security.settings import setting
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from Products.PluggableAuthService.interfaces.plugins import ICredentialsResetPlugin
from Products.PluggableAuthService.interfaces.plugins import ICredentialsUpdatePlugin
from Products.PluggableAuthService.interfaces.plugins import IExtractionPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest
from zope.interface import alsoProvides
from zope.interface import implementer


COOKIE = "__ac"
PURPOSE = "kommunalhub.session"
USED = "kommunalhub.security.ticket"


def lifetime():
    """Return how long sessions live."""
    return rules.Lifetime(setting("idle_minutes") * 60, setting("max_hours") * 3600)


@implementer(
    IExtractionPlugin, IAuthenticationPlugin, ICredentialsUpdatePlugin, ICredentialsResetPlugin
)
class HubSessions(BasePlugin):
    """Knows people by their ticket; keeps which sessions have ended."""

    meta_type = "Hub Sessions"
    security = ClassSecurityInfo()

    def __init__(self, id, title=""):
        self._setId(id)
        self.title = title
        self.ledger = SessionLedger()

    def open_ticket(self, request):
        """Return the ticket in the request's cookie if its session lives, else None."""
        text = request.cookies.get(COOKIE, "")
        ticket = tickets.unseal(PURPOSE, text, secrets()) if text else None
        if ticket is None or not self.ledger.is_open(ticket.user, ticket.session, ticket.epoch):
            return None
        alive = rules.is_alive(ticket.started, ticket.renewed, now(), lifetime())
        return ticket if alive else None

    def start(self, user_id, request):
        """Begin a session of the person: give the browser a ticket."""
        current = int(now())
        ticket = tickets.Ticket(
            user_id, tickets.new_id(), self.ledger.epoch(user_id), current, current
        )
        self._hand_out(ticket, request)

    def renew(self, ticket, request):
        """Give the browser a fresh ticket of the same session if the old one is getting old."""
        current = int(now())
        if rules.wants_renewal(ticket.renewed, current, lifetime()):
            self._hand_out(replace(ticket, renewed=current), request)

    def _hand_out(self, ticket, request):
        sealed = tickets.seal(PURPOSE, ticket, secrets()[0])
        # An expiry set before would be kept otherwise.
        request.response.cookies.pop(COOKIE, None)
        request.response.setCookie(COOKIE, sealed, **cookie_options(request))

    def end(self, user_id, session, request):
        """End a session. Also on GET: a link to sign out must work without a token."""
        current = now()
        alsoProvides(request, IDisableCSRFProtection)
        self.ledger.end(user_id, session, current, current + lifetime().longest)

    @security.private
    def extractCredentials(self, request):
        ticket = self.open_ticket(request)
        if ticket is None:
            return {}
        IAnnotations(request)[USED] = ticket
        return {"ticket": ticket}

    @security.private
    def authenticateCredentials(self, credentials):
        if credentials.get("extractor") != self.getId():
            return None
        pas = self._getPAS()
        info = find(pas, user_id=credentials["ticket"].user)
        return None if info is None else (info["id"], info["login"])

    @security.private
    def updateCredentials(self, request, response, login, new_password):
        """Begin a session, but only for who is signed in: not for whose password is reset."""
        pas = self._getPAS()
        info = find(pas, login=login)
        current = getSecurityManager().getUser().getId()
        if info is not None and info["id"] == current:
            self.start(current, request)
            devices.remember(request, info["login"])

    @security.private
    def resetCredentials(self, request, response):
        ticket = self.open_ticket(request)
        if ticket is not None:
            self.end(ticket.user, ticket.session, request)
        response.expireCookie(COOKIE, path="/")


InitializeClass(HubSessions)


def find_sessions(pas):
    """Return the plugin that keeps the sessions of a user folder, or None."""
    return next(iter(pas.objectValues(HubSessions.meta_type)), None)


def end_sessions_of_user(user, event):
    """End the sessions of a person whose password changed; who changed their own goes on here.

    PAS has handed out a ticket already, but one of the sessions that end.
    """
    sessions = find_sessions(aq_parent(user))
    if sessions is None:
        return
    sessions.ledger.end_all(user.getId())
    request = getRequest()
    if request is not None:
        sessions.updateCredentials(request, request.response, user.getUserName(), event.password)


def end_sessions_of_removed(event):
    """End the sessions of a removed person, lest somebody new with the same id inherits them."""
    sessions = find_sessions(api.portal.get().acl_users)
    if sessions is not None:
        sessions.ledger.end_all(event.principal)


def renew_session(event):
    """Renew the ticket after a page that nobody but this browser will keep.

    A cookie on something that a cache shares would hand the session to others.
    """
    request = event.request
    ticket = IAnnotations(request, {}).get(USED)
    if ticket is None or COOKIE in request.response.cookies or not _is_private(request.response):
        return
    sessions = find_sessions(api.portal.get().acl_users)
    if sessions is not None:
        sessions.renew(ticket, request)


def _is_private(response):
    """Say whether a response is a page, and no cache in between may keep it for others."""
    parts = (response.getHeader("Cache-Control") or "").lower().split(",")
    if {part.strip().partition("=")[0] for part in parts} & {"public", "s-maxage"}:
        return False
    kind = response.getHeader("Content-Type") or ""
    return response.status == 304 or kind.startswith("text/html")
