"""The page of a report of experience."""

from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import asking
from kommunalhub.core.badges import badge_of
from kommunalhub.core.kept import kept
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.network.reports import operations
from kommunalhub.network.reports import workflow
from kommunalhub.network.reports.interfaces import IExperienceReport
from kommunalhub.network.reports.vocabularies import COSTS
from kommunalhub.network.reports.vocabularies import TOWNS
from kommunalhub.partners.titles import short_title_of
from Products.Five import BrowserView
from zope.i18n import translate


TEXTS = ("what", "went_wrong", "worked", "again")


class ReportView(BrowserView):
    """What others read before they do the same."""

    def state(self):
        return badge_of(workflow.TYPE, state_of(self.context))

    def partner(self):
        return short_title_of(kept(self.context, "partner"))

    def sections(self):
        """Return [{title, paragraphs}] of the texts."""
        found = []
        for name in TEXTS:
            lines = [
                line for line in (getattr(self.context, name) or "").splitlines() if line.strip()
            ]
            if lines:
                found.append({"title": IExperienceReport[name].title, "paragraphs": lines})
        return found

    def facts(self):
        """Return [(label, value)] of what is said in a word."""
        report = self.context
        fields = titles_of("kommunalhub.project_fields")
        values = {
            "for_whom": report.for_whom,
            "town": TOWNS.get(report.town),
            "cost": COSTS.get(report.cost),
            "months": report.months,
            "theme_fields": ", ".join(
                sorted(
                    translate(fields.get(token, token), context=self.request)
                    for token in report.theme_fields or ()
                )
            ),
            "contact": None if asking.is_anonymous() else report.contact,
        }
        return [(IExperienceReport[name].title, value) for name, value in values.items() if value]

    def origin(self):
        """Return {title, url} of what the report came from, None where one may not see it."""
        brain = operations.origin_of(self.context)
        return {"title": brain.Title, "url": brain.getURL()} if brain is not None else None

    def edit_url(self):
        may = asking.may("Modify portal content", self.context)
        return f"{self.context.absolute_url()}/edit" if may else None
