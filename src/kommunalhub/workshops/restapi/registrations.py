"""@registrations of a workshop: see, register, take an offer, give back."""

from base64 import b64decode
from datetime import UTC
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.workshops import answering
from kommunalhub.workshops import excusing
from kommunalhub.workshops import importing
from kommunalhub.workshops import operations
from kommunalhub.workshops import people
from kommunalhub.workshops import programme
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from kommunalhub.workshops.browser.shown import refusal
from plone.protect.interfaces import IDisableCSRFProtection
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.i18n import translate
from zope.interface import alsoProvides


WRONG_ATTENDED = _("error_attended", default="This can only be: true, false or null.")


class RegistrationsGet(OwnService):
    """One's own registration; those who manage see all of them as `items` too."""

    def answer(self):
        found = self.own_of(self.own())
        if operations.may_manage(self.context):
            found["items"] = [self.full(one) for one in self.all()]
            found["items_total"] = len(found["items"])
        return found

    def all(self):
        if not hasattr(self, "_all"):
            self._all = storage.book_of(self.context).all()
        return self._all

    def own(self):
        return people.registration_of(self.context, self.userid)

    def own_of(self, one):
        """Return what a person reads of a registration; `state` is null for none."""
        found = {"@id": f"{self.context.absolute_url()}/@registrations", "state": None}
        if one is not None and one.state in rules.ACTIVE:
            found |= self.brief(one)
        return found

    def brief(self, one):
        terms = programme.terms_of(self.context)
        return {
            "number": one.number,
            "state": one.state,
            "position": rules.place_of(storage.book_of(self.context).all(), one.number, terms),
            "until": _iso(one.until),
            "needs": one.needs,
            "answers": dict(one.answers),
            "excused": _iso(one.excused),
        }

    def full(self, one):
        return {
            "number": one.number,
            "name": one.name,
            "email": one.email,
            "partner": one.partner,
            "organisation": one.organisation,
            "hub": one.hub,
            "state": one.state,
            "until": _iso(one.until),
            "needs": one.needs,
            "answers": dict(one.answers),
            "excused": _iso(one.excused),
            "excuse": one.excuse,
            "why_absent": one.why_absent,
            "made": _iso(one.made),
            "attended": one.attended,
        }


class Writes(RegistrationsGet):
    """What changes registrations answers 409 with a sentence where a rule is against it."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            return self.change()
        except rules.Refused as refused:
            self.request.response.setStatus(409)
            message = translate(refusal(refused), context=self.request)
            return {"type": "Conflict", "code": refused.code, "message": message}

    def answers_in(self, data, before=()):
        """Return what was sent as answers; BadRequest names those that are missing or wrong."""
        typed = data.get("answers")
        if typed is None:
            typed = {}
        if not isinstance(typed, dict):
            message = _("error_json_expected", default="A JSON object was expected.")
            raise wrong("answers", message, self.request)
        known = {one.id for one in answering.questions_of(self.context)}
        answers, errors = answering.checked(self.context, {**dict(before), **typed}, before)
        errors |= {key: answering.UNKNOWN for key in typed if key not in known}
        for key, message in errors.items():
            raise wrong(f"answers.{key[:32]}", message, self.request)
        return answers


class RegistrationsPost(Writes):
    """Register oneself: {needs, answers}; or others: {people: [{name, email}], all_or_none}.

    Those who manage send a list in a file: {file: base64, all_or_none, dry_run}.
    """

    def change(self):
        data = body_of(self.request)
        needs = text_of(data, "needs", self.request)
        if "people" in data:
            return self.others(data)
        if "file" in data:
            return self.listed(data)
        me = operations.member(self.userid, needs, self.answers_in(data))
        [one] = operations.register(self.context, me, by=self.userid)
        self.request.response.setStatus(201)
        return self.own_of(one)

    def others(self, data):
        if "Staff" not in asking.roles():
            raise wrong("people", people.NOT_FOR_OTHERS, self.request)
        applicants, error = people.from_json(data["people"], self.userid)
        if error is not None:
            raise wrong("people", error, self.request)
        found = operations.register(
            self.context,
            *applicants,
            by=self.userid,
            all_or_none=data.get("all_or_none") is True,
        )
        self.request.response.setStatus(201)
        return {"items": [{"name": one.name, **self.brief(one)} for one in found]}

    def listed(self, data):
        """Register those who stand in a file, or say what would come of each line."""
        if not operations.may_manage(self.context):
            raise Unauthorized("Only for those who manage registrations.")
        try:
            content = b64decode(text_of(data, "file", self.request), validate=True)
            rows = importing.read(content)
        except importing.NotReadable as error:
            raise wrong("file", error.args[0], self.request) from error
        except ValueError as error:
            message = importing.FILE_ERRORS[importing.reading.DAMAGED]
            raise wrong("file", message, self.request) from error
        all_or_none = data.get("all_or_none") is True
        if data.get("dry_run") is True:
            lines = importing.looked_at(self.context, rows)
        else:
            lines = importing.take(self.context, rows, self.userid, all_or_none)
        refused = sum(one.problem is not None for one in lines)
        nobody = refused == len(lines) or (all_or_none and refused)
        if data.get("dry_run") is not True:
            self.request.response.setStatus(409 if nobody else 201)
        return {"items": [self.line(one) for one in lines], "refused": refused}

    def line(self, one):
        return {
            "line": one.line,
            "name": one.applicant.name,
            "email": one.applicant.email,
            "state": one.state or None,
            "message": None if one.problem is None else self.said(one.problem),
        }


class RegistrationsPatch(NumberInPath, Writes):
    """Take an offer: {"state": "registered"}; change what was answered: {answers, needs}.

    Cannot come, and too late to give the seat back: {"excuse": words for the trainers}. Those who
    manage note who came, at @registrations/12: {"attended": true, false or null, "why"}.
    """

    def change(self):
        data, one = body_of(self.request), self.own()
        if self.number is not None:
            return self.note(data)
        if "excuse" in data:
            return self.excuse(text_of(data, "excuse", self.request), one)
        is_answer = "answers" in data or "needs" in data
        if ("state" in data or not is_answer) and data.get("state") != rules.REGISTERED:
            message = _("error_registration_state", default="This can only be: registered.")
            raise wrong("state", message, self.request)
        if one is None:
            raise rules.Refused(rules.UNKNOWN)
        if is_answer:
            answers = one.answers
            if "answers" in data:
                answers = self.answers_in(data, one.answers)
            needs = text_of(data, "needs", self.request) if "needs" in data else one.needs
            one = operations.change_answers(self.context, one.number, answers, needs)
        if "state" in data:
            one = operations.accept(self.context, one.number)
        return self.own_of(one)

    def note(self, data):
        """Note whether somebody was there; sent again it changes nothing."""
        if not operations.may_manage(self.context):
            raise NotFound(str(self.number))
        attended = data.get("attended", "")
        if attended is not None and not isinstance(attended, bool):
            raise wrong("attended", WRONG_ATTENDED, self.request)
        why = text_of(data, "why", self.request)
        try:
            operations.note_attendance(self.context, self.number, attended, why)
        except KeyError as error:
            raise NotFound(str(self.number)) from error
        return self.full(storage.book_of(self.context).get(self.number))

    def excuse(self, words, one):
        if one is None:
            raise rules.Refused(rules.UNKNOWN)
        return self.own_of(excusing.excuse(self.context, one.number, words))


class RegistrationsDelete(NumberInPath, Writes):
    """Give one's own seat back, or as a trainer that of somebody: @registrations/12."""

    def change(self):
        one = self.own()
        by_trainer = operations.may_manage(self.context) and self.number is not None
        if by_trainer:
            number = self.number
        elif one is None or self.number not in (None, one.number):
            raise NotFound(str(self.number or ""))
        else:
            number = one.number
        try:
            operations.give_back(self.context, number, by_trainer, self.reason(by_trainer))
        except KeyError as error:
            raise NotFound(str(number)) from error
        return self.reply_no_content()

    def reason(self, by_trainer):
        """Return why the trainer takes somebody off, as the person reads it."""
        if not by_trainer or not self.request.get("BODY"):
            return ""
        return text_of(body_of(self.request), "reason", self.request)


def _iso(moment):
    return None if moment is None else formatting.to_local(moment.astimezone(UTC)).isoformat()
