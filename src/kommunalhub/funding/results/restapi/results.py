"""@funding-results: sums of the cases one may see; @funding-impact: what everybody may read."""

from decimal import Decimal
from kommunalhub import _
from kommunalhub.core.money import as_json
from kommunalhub.core.restapi.body import wrong
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.funding.results import publishing
from kommunalhub.funding.results import rules
from kommunalhub.funding.results.browser.results import Chosing
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import BadRequest
from zExceptions import NotFound
from zope.i18n import translate
from zope.interface import alsoProvides


FILTERS = ("partner", "topic", "funder", "year")
GROUPS = {
    "years": rules.by_year,
    "partners": rules.by_partner,
    "topics": rules.by_topic,
    "funders": rules.by_funder,
}


class ResultsGet(Chosing, OwnService):
    """GET `partner`, `topic`, `funder`, `year`: {cases, applied, …, years, partners, …}."""

    def answer(self):
        for name in FILTERS:
            sent = self.request.form.get(name)
            if sent and str(getattr(self.chosen, name) or "") != sent:
                raise wrong(
                    name, _("error_results_filter", default="There is nothing of it."), self.request
                )
        cases = self.results.cases
        return {
            "@id": f"{self.context.absolute_url()}/@funding-results",
            **row_of(rules.sums(cases)),
            **{
                name: [{"key": key, **row_of(rules.sums(of))} for key, of in group(cases).items()]
                for name, group in GROUPS.items()
            },
        }


class ImpactService(Service):
    """What the services about the published figures share."""

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@funding-impact"

    def item(self, found):
        shown = {name: value for name, value in found.items() if name not in ("key", "id")}
        return {"@id": self.url, **to_the_cent(shown)}


class ImpactGet(ImpactService):
    """GET: the published figures, for everybody; 404 where there are none."""

    def reply(self):
        found = publishing.shown()
        if found is None:
            raise NotFound("@funding-impact")
        return self.item(found)


class ImpactPost(ImpactService):
    """POST: freeze the figures of now and publish them: 201; 400 where they are too few."""

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            found = publishing.publish()
        except publishing.NotPublished as refused:
            raise BadRequest(translate(refused.args[0], context=self.request)) from refused
        self.request.response.setStatus(201)
        return self.item(found)


class ImpactDelete(ImpactService):
    """DELETE: take them back: 204; 404 where there are none."""

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        if not publishing.take_back():
            raise NotFound("@funding-impact")
        return self.reply_no_content()


def to_the_cent(value):
    """Return published figures with amounts as all services send them."""
    if isinstance(value, dict):
        return {
            name: as_json(Decimal(one)) if name in rules.NAMES else to_the_cent(one)
            for name, one in value.items()
        }
    return [to_the_cent(one) for one in value] if isinstance(value, list | tuple) else value


def row_of(found):
    """Return Sums as JSON: amounts and shares as text."""
    return {
        "cases": found.cases,
        "granted_cases": found.granted_cases,
        "denied_cases": found.denied_cases,
        **{name: as_json(getattr(found.money, name)) for name in rules.NAMES},
        "success": None if found.success is None else str(found.success),
        "per_own_euro": None if found.per_own_euro is None else str(found.per_own_euro),
    }
