"""@@presence on a ticket: who else has it open; POST says that one has it open oneself."""

from kommunalhub import _
from kommunalhub.approvals.answers.pages import text
from kommunalhub.approvals.case.actor import reads_notes
from kommunalhub.core.messages import filled
from kommunalhub.support import presence
from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView
from zExceptions import NotFound
from zope.i18n import translate

import json


class Presence(BrowserView):
    """{told}: a sentence, empty where nobody else is there. writes, leaves: "1" or nothing."""

    def __call__(self):
        if not reads_notes(self.context):
            raise NotFound("presence")
        if self.request.method == "POST":
            check_authenticator(self.request)
            self.note()
        self.request.response.setHeader("Content-Type", "application/json")
        self.request.response.setHeader("Cache-Control", "no-store")
        told = [translate(line, context=self.request) for line in sentences(self.context)]
        return json.dumps({"told": " ".join(told)})

    def note(self):
        """Note that who asks is there, or has left."""
        if text(self.request.form.get("leaves")):
            presence.leave(self.context)
        else:
            presence.beat(self.context, bool(text(self.request.form.get("writes"))))


def sentences(ticket):
    """Return a message for each who has a ticket open besides who asks."""
    writes = _("presence_writes", default="${name} is writing an answer.")
    looks = _("presence_looks", default="${name} has it open, too.")
    return [
        filled(message, name=name)
        for name, is_writing in presence.others(ticket)
        for message in [writes if is_writing else looks]
    ]
