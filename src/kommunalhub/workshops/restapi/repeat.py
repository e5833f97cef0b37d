"""POST @repeat: a workshop once more, several times by a rule, or with further dates."""

from kommunalhub.booking import said
from kommunalhub.core import asking
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.body import text_of
from kommunalhub.workshops import repeating
from kommunalhub.workshops.browser.repeat import FIELDS
from kommunalhub.workshops.browser.repeat import NOTHING
from kommunalhub.workshops.browser.repeat import ONCE
from kommunalhub.workshops.browser.repeat import series_in
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import BadRequest
from zExceptions import Unauthorized
from zope.i18n import translate
from zope.interface import alsoProvides


class RepeatPost(Service):
    """{date, start, end, step, until, shape, preview, submit}; what has a problem is left out."""

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        data = body_of(self.request)
        values = {name: text_of(data, name, self.request).strip() for name in FIELDS}
        values["step"] = values["step"] or ONCE
        shape = values["shape"] if values["shape"] in repeating.SHAPES else repeating.WORKSHOPS
        if shape == repeating.SESSIONS and not asking.may("Modify portal content", self.context):
            raise Unauthorized("@repeat")
        series, errors = series_in(values)
        if series is None:
            return refused(errors, self.request)
        found = repeating.preview(self.context, series, shape)
        items = [self.item(one) for one in found]
        if data.get("preview") is True:
            return {"items": items, "items_total": len(items)}
        choices = [(one.span, repeating.PLAN) for one in found if one.problem is None]
        if not choices:
            return refused({"date": NOTHING}, self.request)
        try:
            made = repeating.make(self.context, choices, shape, data.get("submit") is True)
        except BadRequest as taken:
            self.request.response.setStatus(409)
            return {"type": "Conflict", "message": taken.args[0][0]["message"]}
        self.request.response.setStatus(201)
        return {"items": items, "made": [{"@id": one.absolute_url()} for one in made]}

    def item(self, one):
        problem = one.problem
        return {
            "start": one.span.start.isoformat(),
            "end": one.span.end.isoformat(),
            "when": translate(said.when(one.span), context=self.request),
            "problem": None if problem is None else translate(problem, context=self.request),
        }
