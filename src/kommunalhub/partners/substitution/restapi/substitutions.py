"""@substitutions: who stands in for whom, name a substitute, end a substitution."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import moment_in
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.partners.substitution import operations
from kommunalhub.partners.substitution.interfaces import NotYours
from kommunalhub.partners.substitution.interfaces import SubstitutionInvalid
from kommunalhub.partners.substitution.people import name_of
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import Forbidden
from zExceptions import NotFound
from zope.interface import alsoProvides


FIELDS = frozenset({"absent", "substitute", "start", "end", "case_types", "reason"})
MOMENT = _(
    "error_substitution_moment",
    default="Please send a date with a time, e.g. 2026-12-24T08:00:00+01:00.",
)
TEXT = _("error_text_expected", default="This must be a text.")
TEXTS = _("error_substitution_types_list", default="This must be a list of kinds of case.")
UNKNOWN_FIELD = _("error_partner_unknown_field", default="There is no such field.")


class SubstitutionsService(NumberInPath, Service):
    """What the three methods share: the number in the path, and how one is shown."""

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
            me = asking.userid()
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
            return refused(errors, self.request)
        try:
            kept = operations.name(**values)
        except SubstitutionInvalid as invalid:
            return refused(invalid.errors, self.request)
        except NotYours as not_yours:
            raise Forbidden(values["absent"]) from not_yours
        shown = self.shown(kept)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", shown["@id"])
        return shown

    def values(self):
        """Return (arguments of operations.name, {field: message})."""
        data, errors = body_of(self.request), {}
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        errors.update(dict.fromkeys(set(data) - FIELDS, UNKNOWN_FIELD))
        values = {"absent": data.get("absent") or asking.userid()}
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
            except ValueError:
                errors[name] = MOMENT
        return values, errors


class SubstitutionsDelete(SubstitutionsService):
    """DELETE @substitutions/<id>: end it now, or take it back before it begins."""

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            operations.end(self.number)
        except KeyError as unknown:
            raise NotFound(self.number) from unknown
        except NotYours as not_yours:
            raise Forbidden(self.number) from not_yours
        return self.reply_no_content()


def moment_of(text):
    """Return the moment of a date with a time; ValueError for anything else."""
    if isinstance(text, str) and "T" not in text:
        raise ValueError(text)
    return moment_in(text)
