"""@@health: whether the hub runs, for programs that watch it."""

from kommunalhub.core import asking
from kommunalhub.security import hosts
from kommunalhub.site.health import rules
from kommunalhub.site.health.probing import probe
from Products.Five import BrowserView

import json


class Health(BrowserView):
    """Status 200 or 503; strangers hear no more, the support and the machine itself the numbers."""

    def __call__(self):
        told = rules.as_data(probe(self.context))
        response = self.request.response
        response.setStatus(200 if told["ok"] else 503)
        response.setHeader("Content-Type", "application/json")
        response.setHeader("Cache-Control", "no-store")
        if not self.may_see_numbers():
            told = {"ok": told["ok"]}
        return json.dumps(told)

    def may_see_numbers(self):
        return hosts.is_local(self.request) or asking.may(
            "kommunalhub: View operation", self.context
        )
