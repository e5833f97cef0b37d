"""@evaluation of a workshop: what was said, and one's own answer, once."""

from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.workshops import operations as registering
from kommunalhub.workshops.evaluation import operations
from kommunalhub.workshops.evaluation import rules
from kommunalhub.workshops.evaluation import storage
from kommunalhub.workshops.evaluation import words
from plone.protect.interfaces import IDisableCSRFProtection
from zope.interface import alsoProvides


class EvaluationGet(OwnService):
    """`state` of one's own answer (open, done or null), and the results from 5 answers on."""

    def answer(self):
        one = operations.registration_of(self.context)
        sheets = storage.answers_to(self.context.UID()).all()
        found = rules.comments(sheets, registering.may_manage(self.context))
        return {
            "@id": f"{self.context.absolute_url()}/@evaluation",
            "state": operations.state_for(self.context, one),
            "results": [
                {"statement": r.statement, "mean": float(r.mean), "counts": list(r.counts)}
                for r in rules.results(list(sheets.values()))
            ],
            "comments": [{"text": sheet.comment, "shown": sheet.is_shown} for _k, sheet in found],
        }


class EvaluationPost(EvaluationGet):
    """{ratings: {content, pace, trainers, use: 1 to 5}, comment}: 201, or 409 if answered."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        data, one = body_of(self.request), operations.registration_of(self.context)
        try:
            sheet = rules.sheet_of(data.get("ratings") or {}, data.get("comment") or "")
        except rules.WrongSheet as error:
            raise wrong(error.field, words.wrong(error), self.request) from error
        is_open = operations.state_for(self.context, one) == operations.OPEN
        kept = is_open and operations.answer(self.context, one, sheet)
        self.request.response.setStatus(201 if kept else 409)
        return super().answer()
