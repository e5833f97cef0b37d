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


def as_item(month, versions):
    """Return the newest version of a month, with what it has kept of its day."""
    newest = versions[-1]
    return {
        "month": month,
        "day": newest["day"].isoformat(),
        **{name: newest[name] for name in ("standing", "happened", "ahead")},
        **{name: newest[name] for name in ("reached", "total", "late")},
        **{name: as_json(newest[name]) for name in ("budget", "granted", "drawn")},
        "partners": [dict(one) for one in newest.get("partners", ())],
        "milestones": [milestone(one) for one in newest.get("milestones", ())],
        "versions": len(versions),
    }


def milestone(row):
    """Return a milestone as a report has kept it."""
    return {
        "id": f"M{row['number']}",
        "title": row["title"],
        "planned": row["planned"].isoformat(),
        "done": row["done"].isoformat() if row["done"] else None,
        "dropped": row["dropped"],
        "earlier": [one["planned"].isoformat() for one in row["earlier"]],
    }


class ReportsGet(OwnService):
    """GET @reports: {items, months}; months: those that can be reported on, the newest first."""

    def answer(self):
        found = sorted(operations.reports(self.context).items(), reverse=True)
        return {
            "@id": f"{self.context.absolute_url()}/@reports",
            "items": [as_item(month, versions) for month, versions in found],
            "months": list(operations.months(self.context)),
        }


class ReportsPost(OwnService):
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
        return as_item(month, operations.reports(self.context)[month])
