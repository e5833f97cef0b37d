"""@reports: what the lead reported, month by month."""

from kommunalhub.core.money import as_json
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.projects.book.typed import values_of
from kommunalhub.projects.book.typed import Wrong
from kommunalhub.projects.reports import operations
from kommunalhub.projects.reports.schemas import IReport
from plone.protect.interfaces import IDisableCSRFProtection
from zope.interface import alsoProvides


class Reports(OwnService):
    """What the services share."""

    def item(self, month, versions):
        newest = versions[-1]
        amounts = {name: as_json(newest[name]) for name in ("budget", "granted", "drawn")}
        return {
            "month": month,
            "day": newest["day"].isoformat(),
            **{name: newest[name] for name in ("standing", "happened", "ahead")},
            **{name: newest[name] for name in ("reached", "total", "late")},
            **amounts,
            "versions": len(versions),
        }


class ReportsGet(Reports):
    """GET @reports: {items, months}; months: those that can be reported on, the newest first."""

    def answer(self):
        found = sorted(operations.reports(self.context).items(), reverse=True)
        return {
            "@id": f"{self.context.absolute_url()}/@reports",
            "items": [self.item(month, versions) for month, versions in found],
            "months": list(operations.months(self.context)),
        }


class ReportsPost(Reports):
    """POST @reports {month, standing, happened, ahead}: 201 with the report."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        data = body_of(self.request)
        month = data.get("month")
        if not isinstance(month, str) or month not in operations.months(self.context):
            return refused({"month": operations.NO_MONTH}, self.request)
        try:
            operations.write(self.context, month, values_of(IReport, data, self.context))
        except Wrong as wrong:
            return refused(wrong.errors, self.request)
        self.request.response.setStatus(201)
        return self.item(month, operations.reports(self.context)[month])
