"""The list of the applications: one's own, and those of the administration one works for."""

from datetime import date
from functools import cached_property
from kommunalhub.approvals import workflows
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.core import asking
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.coworking import workflow
from kommunalhub.coworking.period import period_text
from plone import api
from Products.Five import BrowserView


SIZE = 20


class ApplicationsView(BrowserView):
    """`co-working/antraege`: what this person may see, filtered by state, last changed first."""

    @property
    def url(self):
        return self.context.absolute_url()

    @property
    def apply_url(self):
        return f"{api.portal.get().absolute_url()}/@@arbeitsplatz-beantragen"

    @property
    def is_anonymous(self):
        return asking.is_anonymous()

    @property
    def login_url(self):
        return f"{api.portal.get().absolute_url()}/login?came_from={self.url}"

    @cached_property
    def chosen(self):
        """The state to show alone, or None."""
        state = self.request.form.get("state")
        return state if state in workflow.STATES else None

    def states(self):
        """Return [{value, title, selected}] of all states."""
        return [
            {
                "value": state,
                "title": workflows.state_title("CoworkingApplication", state),
                "selected": state == self.chosen,
            }
            for state in workflow.STATES
        ]

    @cached_property
    def found(self):
        if self.is_anonymous:
            return []
        query = {"review_state": self.chosen} if self.chosen else {}
        return api.portal.get_tool("portal_catalog")(
            portal_type="CoworkingApplication",
            path="/".join(self.context.getPhysicalPath()),
            sort_on="modified",
            sort_order="descending",
            **query,
        )

    @cached_property
    def batch(self):
        query = [("state", self.chosen)] if self.chosen else []
        return batch_of(self.request, len(self.found), SIZE, self.url, query)

    def rows(self):
        make = Rows()
        kinds = titles_of("kommunalhub.coworking_applicant_kinds")
        return [
            {**make.plain(brain), **self.more(brain.case_extra or {}, kinds)}
            for brain in self.batch.cut(self.found)
        ]

    def more(self, extra, kinds):
        """Return what a row says beside what every case has."""
        kind = extra.get("applicant_kind")
        days = [extra.get(name) for name in ("start", "end")]
        start, end = (date.fromisoformat(day) if day else None for day in days)
        return {"applicant": kinds.get(kind, kind), "period": period_text(start, end)}
