"""@substitutions: who stands in for whom, name a substitute, end a substitution."""

from datetime import datetime
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.formatting import BERLIN
from kommunalhub.partners.substitution import operations
from kommunalhub.partners.substitution.interfaces import NotYours
from kommunalhub.partners.substitution.interfaces import SubstitutionInvalid
from kommunalhub.partners.substitution.people import name_of
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from plone.restapi.services import Service
from zExceptions import BadRequest
from zExceptions import Forbidden
from zExceptions import NotFound
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


FIELDS = frozenset({"absent", "substitute", "start", "end", "case_types", "reason"})
MOMENT = _(
    "error_substitution_moment",
    default="Please send a date with a time, e.g. 2026-12-24T08:00:00+01:00.",
)
TEXT = _("error_text_expected", default="This must be a text.")
TEXTS = _("error_substitution_types_list", default="This must be a list of kinds of case.")
UNKNOWN_FIELD = _("error_partner_unknown_field", default="There is no such field.")


@implementer(IPublishTraverse)
class SubstitutionsService(Service):
    """What the three methods share: the number in the path, JSON, and how errors are told."""

    number = None

    def publishTraverse(self, request, name):
        if self.number is not None or not name.isdecimal() or len(name) > 9:
            raise NotFound(name)
        self.number = int(name)
        return self

    def shown(self, one):
        """Return a substitution as JSON."""
        return {
            "@id": f"{self.context.absolute_url()}/@substitutions/{one.id}",
            "id": one.id,
            "absent": one.absent,
            "absent_name": name_of(one.absent),
            "substitute": one.substitute,
            "substitute_name": name_of(one.substitute),
            "start": one.start.isoformat(),
            "end": one.end.isoformat(),
            "active": one.is_active(formatting.now()),
            "case_types": list(one.case_types),
            "groups": list(operations.passing_groups(one)),
            "reason": one.reason,
            "named_by": one.named_by,
        }

    def text(self, message):
        return translate(message, context=self.request)


class SubstitutionsGet(SubstitutionsService):
    """GET @substitutions: one's own, as `absent` and as `substitute`; `?all=1` for hub managers."""

    def reply(self):
        if self.number is not None:
            try:
                return self.shown(operations.get(self.number))
            except KeyError as unknown:
                raise NotFound(self.number) from unknown
        if self.request.form.get("all") in ("1", "true"):
            if not operations.may_manage():
                raise Forbidden("@substitutions?all=1")
            found = operations.all_running()
        else:
            me = api.user.get_current().getId()
            found = [*operations.of_absent(me), *operations.of_substitute(me)]
        url = f"{self.context.absolute_url()}/@substitutions"
        return {"@id": url, "items": list(map(self.shown, found)), "items_total": len(found)}


class SubstitutionsPost(SubstitutionsService):
    """POST {substitute, start, end, case_types, reason, absent}: `absent` is oneself if left out.

    Moments without an offset are those of Europe/Berlin.
    """

    def reply(self):
        if self.number is not None:
            raise NotFound(self.number)
        values, errors = self.values()
        if errors:
            return self.invalid(errors)
        try:
            kept = operations.name(**values)
        except SubstitutionInvalid as invalid:
            return self.invalid(invalid.errors)
        except NotYours as refused:
            raise Forbidden(values["absent"]) from refused
        shown = self.shown(kept)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", shown["@id"])
        return shown

    def body(self):
        """Return the JSON object that was sent.

        A form of another site can say JSON in neither header, so this takes the place of
        plone.protect's token (docs/decisions/guards.md).
        """
        said = (self.request.getHeader(name, "") for name in ("Accept", "Content-Type"))
        if not any("application/json" in header for header in said):
            raise Forbidden("Send Accept: application/json.")
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            return json_body(self.request)
        except DeserializationError as error:
            message = _("error_json_object", default="Please send a JSON object.")
            raise BadRequest(self.text(message)) from error

    def values(self):
        """Return (arguments of operations.name, {field: message})."""
        data, errors = self.body(), {}
        errors.update(dict.fromkeys(set(data) - FIELDS, UNKNOWN_FIELD))
        values = {"absent": data.get("absent") or api.user.get_current().getId()}
        for name in ("substitute", "reason"):
            values[name] = data.get(name) or ""
        for name in ("absent", "substitute", "reason"):
            if not isinstance(values[name], str):
                errors[name] = TEXT
        if not values["substitute"]:
            errors["substitute"] = operations.UNKNOWN
        types = data.get("case_types") or []
        if not isinstance(types, list) or not all(isinstance(name, str) for name in types):
            errors["case_types"] = TEXTS
        values["case_types"] = types
        for name in ("start", "end"):
            try:
                values[name] = moment_of(data.get(name))
            except (TypeError, ValueError, OverflowError):
                errors[name] = MOMENT
        return values, errors

    def invalid(self, errors):
        """Answer 400 with a sentence per wrong field."""
        self.request.response.setStatus(400)
        told = [{"field": name, "message": self.text(text)} for name, text in errors.items()]
        message = " ".join(error["message"] for error in told)
        return {"type": "BadRequest", "message": message, "errors": told}


class SubstitutionsDelete(SubstitutionsService):
    """DELETE @substitutions/<id>: end it now, or take it back before it begins."""

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            operations.end(self.number)
        except KeyError as unknown:
            raise NotFound(self.number) from unknown
        except NotYours as refused:
            raise Forbidden(self.number) from refused
        return self.reply_no_content()


def moment_of(text):
    """Return an aware datetime; ValueError or TypeError for anything but a date with a time."""
    if "T" not in text:
        raise ValueError(text)
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=BERLIN)
