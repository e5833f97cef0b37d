"""POST @login: what is not text gets a 400, before any plugin stumbles over it."""

from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import text_of
from plone.restapi.services.auth.login import Login


class LoginPost(Login):
    """plone.restapi's @login; the waiting and the tokens come with our PAS plugins."""

    def reply(self):
        data = body_of(self.request)
        for name in ("login", "password"):
            text_of(data, name, self.request)
        return super().reply()
