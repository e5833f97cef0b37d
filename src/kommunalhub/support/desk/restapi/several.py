"""POST @tickets on `support`: one act on several tickets."""

from kommunalhub import _
from kommunalhub.approvals.answers.errors import error_body
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.body import texts_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.support import queue
from kommunalhub.support.desk import several
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import Forbidden
from zope.interface import alsoProvides


SEEN_EXPECTED = _(
    "error_seen_expected",
    default="This must be an object of UIDs, each with the state and the person as they were seen.",
)


class TicketsPost(Service):
    """{uids, act, seen?, to?, urgency?, comment?}; act: take, hand, urgency or close.

    seen: {uid: {state, assigned}}, as the client knew them.
    Answers {results: [{UID, done, error where it is not}]}.
    """

    def reply(self):
        if not queue.helps():
            raise Forbidden("@tickets")
        data = body_of(self.request)
        uids = texts_of(data, "uids", several.MOST, self.request)
        seen = self.seen(data)
        act, to, urgency, comment = (
            text_of(data, name, self.request) for name in ("act", "to", "urgency", "comment")
        )
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        try:
            results = several.several(uids, act, seen, to, urgency, comment)
        except several.WrongValue as error:
            raise wrong(error.field, error.args[0], self.request) from error
        return {"results": [self.told(result) for result in results]}

    def seen(self, data):
        sent = data.get("seen") or {}
        if not isinstance(sent, dict):
            raise wrong("seen", SEEN_EXPECTED, self.request)
        found = {}
        for uid, one in sent.items():
            if not isinstance(one, dict):
                raise wrong("seen", SEEN_EXPECTED, self.request)
            found[uid] = several.Seen(
                text_of(one, "state", self.request), text_of(one, "assigned", self.request)
            )
        return found

    def told(self, result):
        told = {"UID": result["uid"], "done": result["error"] is None}
        if result["error"] is not None:
            told["error"] = error_body(result["error"], self.request)
        return told
