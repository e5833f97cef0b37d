"""@lessons of a project: what was learned, as it was written."""

from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.projects.book.typed import values_of
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.lessons import operations
from kommunalhub.projects.lessons.schemas import ILessons
from plone.protect.interfaces import IDisableCSRFProtection
from zope.interface import alsoProvides


class LessonsGet(OwnService):
    """GET @lessons: the texts by name, none where nothing was written."""

    def answer(self):
        url = f"{self.context.absolute_url()}/@lessons"
        return {"@id": url, **operations.lessons_of(self.context)}


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
