"""POST, GET and PATCH @feedback on a page: say what is wrong, read what was said, finish it."""

from kommunalhub.approvals.answers.errors import answer as error_answer
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.reviewing import reading
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.editorial.upkeep import operations
from kommunalhub.editorial.upkeep import rules
from kommunalhub.editorial.upkeep import storage
from kommunalhub.security import strangers
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import Forbidden
from zope.i18n import translate
from zope.interface import alsoProvides


class FeedbackPost(Service):
    """{text, place?, email?}; place: the id of a heading of the page. Answers {state}."""

    def reply(self):
        data = body_of(self.request)
        names = ("text", "place", "email")
        values = rules.tidied({name: text_of(data, name, self.request) for name in names})
        errors = rules.errors_in(values)
        if errors:
            return refused(errors, self.request)
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        strangers.count(self.request)
        try:
            operations.report(self.context, values)
        except operations.Full:
            self.request.response.setStatus(503)
            message = translate(operations.FULL, context=self.request)
            return {"type": "ServiceUnavailable", "message": message}
        self.request.response.setStatus(201)
        return {"state": rules.OPEN}


class FeedbackGet(Service):
    """{items, items_total}: what readers said, the newest first; for who is responsible."""

    def reply(self):
        if not reading.may_answer(self.context):
            raise Forbidden(translate(operations.NOT_YOURS, context=self.request))
        return self.shown()

    def shown(self):
        items = [self.item(report) for report in storage.reports_of(self.context)]
        url = f"{self.context.absolute_url()}/@feedback"
        return {"@id": url, "items": items, "items_total": len(items)}

    def item(self, report):
        anchor, heading = report.place or (None, None)
        return {
            "id": report.id,
            "text": report.text,
            "place": anchor,
            "heading": heading,
            "when": report.when.isoformat(),
            "state": report.state,
            "wants_answer": bool(report.email),
            "word": report.word,
            "done": report.done.isoformat() if report.done else None,
        }


class FeedbackPatch(FeedbackGet):
    """{id, word?}: it is dealt with."""

    def reply(self):
        data = body_of(self.request)
        number, word = (text_of(data, name, self.request).strip() for name in ("id", "word"))
        if len(word) > rules.LONGEST:
            raise wrong("word", rules.too_long(rules.LONGEST), self.request)
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            operations.finish(self.context, number, word)
        except ApprovalError as error:
            return error_answer(error, self.request)
        return self.shown()
