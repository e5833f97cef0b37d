"""Tokens of the REST API, tied to sessions: signing out and a new password end them as well."""

from AccessControl.SecurityInfo import ClassSecurityInfo
from kommunalhub.core.private.accounts import claims_in
from kommunalhub.core.private.accounts import find
from kommunalhub.core.private.publisher import authorization
from kommunalhub.security import tickets
from kommunalhub.security.sessions import find_sessions
from kommunalhub.security.sessions import lifetime
from kommunalhub.security.settings import now
from kommunalhub.security.settings import setting
from plone.restapi.pas.plugin import JWTAuthenticationPlugin
from Products.PluggableAuthService.interfaces.plugins import ICredentialsResetPlugin
from zope.globalrequest import getRequest
from zope.interface import implementer


@implementer(ICredentialsResetPlugin)
class HubTokens(JWTAuthenticationPlugin):
    """plone.restapi's tokens with a session inside, and no list of tokens that only grows.

    It keeps plone.restapi's meta type, since @login and @logout look for that.
    """

    security = ClassSecurityInfo()

    @security.private
    def extractCredentials(self, request):
        """Return a token, or name and password from JSON, if they are text at all."""
        try:
            found = super().extractCredentials(request) or {}
        except RecursionError:  # the body is nested without end; it is refused later, with words
            return {}
        texts = (found.get("login", ""), found.get("password", ""))
        return found if all(isinstance(text, str) for text in texts) else {}

    def create_token(self, userid, timeout=None, data=None):
        """Return a token; one made for who already has one (@login-renew) goes on in its session.

        The same session never outlives `max_hours`, however often it is renewed.
        """
        current = int(now())
        held = self._open_claims(_bearer(getRequest()))
        if held is None or held["sub"] != userid:
            sessions = find_sessions(self._getPAS())
            held = {
                "sid": tickets.new_id(),
                "epoch": sessions.ledger.epoch(userid),
                "start": current,
            }
        left = held["start"] + lifetime().longest - current
        claims = {name: held[name] for name in ("sid", "epoch", "start")}
        seconds = min(timeout or setting("token_minutes") * 60, left)
        return super().create_token(userid, seconds, {**(data or {}), **claims})

    @security.private
    def authenticateCredentials(self, credentials):
        if credentials.get("extractor") != self.getId():
            return None
        claims = self._open_claims(credentials.get("token"))
        if claims is None:
            return None
        pas = self._getPAS()
        info = find(pas, user_id=claims["sub"])
        return None if info is None else (info["id"], info["login"])

    @security.private
    def resetCredentials(self, request, response):
        claims = self._open_claims(_bearer(request))
        if claims is not None:
            find_sessions(self._getPAS()).end(claims["sub"], claims["sid"], request)

    def _open_claims(self, token):
        """Return what a valid token of an open session says, else None."""
        claims = claims_in(self, token) if token else None
        if claims is None or not {"sub", "sid", "epoch", "start"} <= claims.keys():
            return None
        sessions = find_sessions(self._getPAS())
        is_open = sessions.ledger.is_open(claims["sub"], claims["sid"], claims["epoch"])
        return claims if is_open else None


def _bearer(request):
    """Return the token in the request's Authorization header, or None."""
    auth = authorization(request)
    return auth[7:].strip() if auth[:7].lower() == "bearer " else None
