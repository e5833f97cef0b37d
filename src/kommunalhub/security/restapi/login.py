"""POST @login: what is not text gets a 400, before any plugin stumbles over it."""

from plone.restapi.deserializer import json_body
from plone.restapi.services.auth.login import Login
from zExceptions import BadRequest


class LoginPost(Login):
    """plone.restapi's @login; the waiting and the tokens come with our PAS plugins."""

    def reply(self):
        sent = json_body(self.request)
        for name in ("login", "password"):
            if name in sent and not isinstance(sent[name], str):
                raise BadRequest([{"field": name, "message": f"{name} must be text."}])
        return super().reply()
