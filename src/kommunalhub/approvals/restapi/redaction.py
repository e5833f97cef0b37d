"""POST @journal-redact on a case."""

from kommunalhub import _
from kommunalhub.approvals.answers.errors import error_body
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import NotRedactable
from kommunalhub.approvals.journal import redaction
from kommunalhub.core import asking
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.body import texts_of
from kommunalhub.core.restapi.body import wrong
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import Forbidden
from zope.i18n import translate
from zope.interface import alsoProvides


PERMISSION = "kommunalhub: Redact journal"


class JournalRedactPost(Service):
    """Takes text out of an entry: {seq, reason, parts}; answers the mark that it left.

    parts: some of "comment", "fields", "actor"; without it the text goes and the name stays.
    400 with `field`, 403, 404 for an unknown entry, 409 when there is nothing (left) to take out.
    """

    def reply(self):
        if not asking.may(PERMISSION, self.context):
            message = _(
                "error_redaction_not_yours",
                default="Only the hub management takes something out of a journal.",
            )
            raise Forbidden(translate(message, context=self.request))
        data = body_of(self.request)
        seq, parts = self.seq_of(data), self.parts_of(data)
        reason = text_of(data, "reason", self.request)
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            mark = redaction.redact(self.context, seq, current_actor().userid, reason, parts)
        except LookupError:
            self.request.response.setStatus(404)
            message = _("error_no_such_entry", default="There is no entry of this number.")
            return {"type": "NotFound", "message": translate(message, context=self.request)}
        except ApprovalError as error:
            self.request.response.setStatus(409 if isinstance(error, NotRedactable) else 400)
            body = error_body(error, self.request)
            if "field" in body:  # it is a comment to the journal, here it is called a reason
                body["field"] = body["errors"][0]["field"] = "reason"
            return body
        return {"@id": f"{self.context.absolute_url()}/@journal", "redacted": seq, "mark": mark}

    def seq_of(self, data):
        seq = data.get("seq")
        if not isinstance(seq, int) or isinstance(seq, bool):
            message = _("error_seq_expected", default="This must be the number of an entry.")
            raise wrong("seq", message, self.request)
        return seq

    def parts_of(self, data):
        if data.get("parts") is None:
            return redaction.TEXT
        parts = texts_of(data, "parts", len(redaction.PARTS), self.request)
        if not set(parts) <= set(redaction.PARTS):
            message = _(
                "error_parts_expected",
                default="Possible are: ${parts}.",
                mapping={"parts": ", ".join(redaction.PARTS)},
            )
            raise wrong("parts", message, self.request)
        return parts
