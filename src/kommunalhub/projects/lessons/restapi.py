"""@lessons of a project: what was learned; @lessons-report makes a report of experience of it."""

from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.projects.book.typed import values_of
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.lessons import operations
from kommunalhub.projects.lessons.operations import prefilled
from kommunalhub.projects.lessons.schemas import ILessons
from kommunalhub.projects.lessons.schemas import IReportOfIt
from plone.protect.interfaces import IDisableCSRFProtection
from zExceptions import BadRequest
from zExceptions import Unauthorized
from zope.interface import alsoProvides


class LessonsGet(OwnService):
    """GET @lessons: the texts by name, none where nothing was written; the report, or null."""

    def answer(self):
        url = f"{self.context.absolute_url()}/@lessons"
        taker = operations.taker()
        brain = taker.taken(self.context.UID()) if taker is not None else None
        report = {"@id": brain.getURL(), "title": brain.Title} if brain is not None else None
        return {"@id": url, **operations.lessons_of(self.context), "report": report}


class LessonsPost(OwnService):
    """POST @lessons {worked, went_wrong, again, for_whom, contact}: writes them, or anew."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            values = values_of(ILessons, body_of(self.request), self.context)
        except Wrong as wrong:
            return refused(wrong.errors, self.request)
        operations.write(self.context, values)
        return operations.lessons_of(self.context)


class LessonsReportPost(OwnService):
    """POST @lessons-report {any of its texts}: 201 with the report, 200 where it was there."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        if not operations.can_be_handed_over(self.context):
            raise BadRequest(self.said(operations.NOT_OVER))
        if not operations.taker().may_take():
            raise Unauthorized("@lessons-report")
        try:
            sent = body_of(self.request)
            values = values_of(IReportOfIt, sent, self.context, prefilled(self.context))
            report, is_new = operations.hand_over(self.context, values)
        except Wrong as wrong:
            return refused(wrong.errors, self.request)
        except operations.NotHandedOver as refusal:
            raise BadRequest(self.said(refusal.args[0])) from refusal
        self.request.response.setStatus(201 if is_new else 200)
        return {"@id": report.absolute_url(), "UID": report.UID(), "title": report.title}
