"""@questions of a workshop: what those who register are asked, and all of it set anew."""

from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.workshops import answering
from kommunalhub.workshops import course
from kommunalhub.workshops import questions
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope.interface import alsoProvides


class QuestionsGet(Service):
    """The questions in order, for everybody who may view the workshop."""

    def reply(self):
        found = questions.plain(answering.questions_of(self.context))
        return {"@id": f"{self.context.absolute_url()}/@questions", "questions": found}


class QuestionsPatch(QuestionsGet):
    """{questions: [{id, title, kind, choices, needed, when, equals}]}: all of them, in order."""

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            found = questions.read(body_of(self.request).get("questions"))
        except questions.WrongQuestion as error:
            raise wrong("questions", answering.sentence(error), self.request) from error
        if found != answering.questions_of(self.context):
            course.ask(self.context, found)
        return super().reply()
