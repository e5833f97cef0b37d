"""@lesson of a case: what an experience note would say, what is left out; makes it."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.body import wrong
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.funding.lessons.notes import operations
from kommunalhub.funding.lessons.notes.interfaces import IFundingLesson
from kommunalhub.funding.lessons.notes.interfaces import TEXTS
from kommunalhub.funding.lessons.notes.source import Source
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.interfaces import IFieldDeserializer
from plone.restapi.serializer.converters import json_compatible
from types import SimpleNamespace
from zExceptions import Forbidden
from zope.component import getMultiAdapter
from zope.interface import alsoProvides
from zope.interface import Invalid
from zope.schema import getFieldNames
from zope.schema import ValidationError


class LessonService(OwnService):
    """Both need the right to write notes on a case that is over; all others get 403."""

    def answer(self):
        if not operations.may_write(self.context):
            message = _("error_lesson_not_over", default="A case teaches others once it is over.")
            raise Forbidden(self.said(message))
        return self.work()

    def made(self):
        """Return the address of the note, None without one and for who may not see it."""
        lesson = operations.lesson_of(self.context)
        if lesson is None or not asking.may("View", lesson):
            return None
        return lesson.absolute_url()


class LessonGet(LessonService):
    """GET: {lesson, values, left_out}; pieces of a text with a reason are left out."""

    def work(self):
        found = operations.left_out(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@lesson",
            "lesson": self.made(),
            "values": {
                name: json_compatible(sorted(value) if isinstance(value, set) else value)
                for name, value in Source(self.context).values.items()
            },
            "left_out": [
                {
                    "field": name,
                    "pieces": [{"text": text, "reason": reason or None} for text, reason in pieces],
                }
                for name, pieces in found.items()
            ],
        }


class LessonPost(LessonService):
    """POST {any field}: what is not sent is as GET proposes it. 201; 400 with errors; 409."""

    def work(self):
        sent = body_of(self.request)
        alsoProvides(self.request, IDisableCSRFProtection)
        values = dict(Source(self.context).values)
        for name in getFieldNames(IFundingLesson):
            if name in sent:
                values[name] = self.read(IFundingLesson[name], sent[name])
        errors = self.wrong_in(values)
        if errors:
            return refused(errors, self.request)
        try:
            lesson = operations.make(self.context, values)
        except operations.Exists:
            self.request.response.setStatus(409)
            message = _("lesson_exists", default="There is an experience of this case already.")
            return {"type": "Conflict", "message": self.said(message), "lesson": self.made()}
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", lesson.absolute_url())
        return {"@id": lesson.absolute_url(), "UID": lesson.UID(), "title": lesson.title}

    def read(self, field, value):
        """Return the value of a field; BadRequest names the field when it is none."""
        if field.__name__ in (*TEXTS, "kept") and not isinstance(value, str | None):
            message = _("error_text_expected", default="This must be a text.")
            raise wrong(field.__name__, message, self.request)
        if isinstance(value, str) and not value.strip():
            return None
        reader = getMultiAdapter((field, self.context, self.request), IFieldDeserializer)
        try:
            return reader(value)
        except (ValueError, TypeError, AttributeError, Invalid) as error:
            raise wrong(field.__name__, said_by(error), self.request) from error

    def wrong_in(self, values):
        """Return {field: message} of what the schema says of the values."""
        errors = {}
        for name in getFieldNames(IFundingLesson):
            try:
                IFundingLesson[name].bind(self.context).validate(values.get(name))
            except ValidationError as error:
                errors[name] = said_by(error)
        if errors:
            return errors
        whole = dict.fromkeys(getFieldNames(IFundingLesson)) | values
        found = []
        try:
            IFundingLesson.validateInvariants(SimpleNamespace(**whole, case=self.context), found)
        except Invalid:
            errors = {error.at: error.args[0] for error in found}
        return errors


def said_by(error):
    """Return the sentence of an error of a field."""
    doc = getattr(error, "doc", None)
    return doc() if doc is not None else str(error)
