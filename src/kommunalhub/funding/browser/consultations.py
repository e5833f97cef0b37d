"""`foerderung/beratungen` and the folders in it: the consultations that a person may see."""

from datetime import date
from decimal import Decimal
from kommunalhub import _
from kommunalhub.approvals.lists.rows import Rows
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.core.titles import state_title
from kommunalhub.funding import workflow
from kommunalhub.partners.interfaces import IHasPartner
from kommunalhub.partners.operations import get_partner
from kommunalhub.partners.operations import partner_ids
from kommunalhub.partners.operations import partners_of
from plone import api
from Products.Five import BrowserView


PAGE_SIZE = 25
TYPE = "FundingConsultation"
RUNNING = tuple(state for state in workflow.STATES if state not in workflow.OVER)


class ConsultationListing(BrowserView):
    """A queue for consultants, an overview for the people of one administration; soonest due first.

    The catalog alone decides what is shown. Without a choice all that is still going on.
    """

    def update(self):
        form = self.request.form
        state, partner = str(form.get("state", "")), str(form.get("partner", ""))
        self.state = state if state in (*workflow.STATES, "all") else ""
        self.partner = partner if partner in partner_ids() and self.is_for_all else ""
        brains = api.portal.get_tool("portal_catalog")(**self._query())
        kept = [(name, value) for name, value in self._chosen() if value]
        self.total = len(brains)
        self.batch = batch_of(self.request, self.total, PAGE_SIZE, self.url, kept)
        make = Rows()
        self.rows = [
            {**make.plain(brain), **self._more(brain.case_extra or {})}
            for brain in self.batch.cut(brains)
        ]

    def __call__(self):
        self.update()
        return self.index()

    @property
    def url(self):
        return self.context.absolute_url()

    @property
    def title(self):
        """Heading of the page: a partner's folder is called like the partner alone."""
        if self.is_for_all:
            return self.context.Title()
        return _(
            "heading_consultations_of",
            default="Consultations: ${partner}",
            mapping={"partner": self.context.Title()},
        )

    @property
    def is_for_all(self):
        """Tell whether this is the folder above those of the partners."""
        return not IHasPartner.providedBy(self.context)

    @property
    def is_filtered(self):
        return any(value for _name, value in self._chosen())

    def states(self):
        """Return the options of the choice by state."""
        options = [
            {"value": "", "title": _("filter_running", default="all that are going on")},
            {"value": "all", "title": _("filter_all_states", default="all, also finished ones")},
        ]
        options += [
            {"value": state, "title": state_title(TYPE, state)} for state in workflow.STATES
        ]
        return [{**option, "selected": option["value"] == self.state} for option in options]

    def partners(self):
        """Return the options of the choice by administration; empty for who sees but one."""
        roles = asking.roles()
        if not self.is_for_all:
            return []
        of_all = {"Consultant", "HubManager", "Manager"}.intersection(roles)
        visible = partner_ids() if of_all else partners_of()
        if len(visible) < 2:
            return []
        options = [{"value": "", "title": _("filter_all", default="all")}]
        options += [{"value": name, "title": get_partner(name).title} for name in visible]
        return [{**option, "selected": option["value"] == self.partner} for option in options]

    def ask_url(self):
        """Return where to ask for advice, None for people of no administration."""
        return f"{api.portal.get().absolute_url()}/@@beratung-anfragen" if partners_of() else None

    def _chosen(self):
        return (("state", self.state), ("partner", self.partner))

    def _query(self):
        query = {
            "portal_type": TYPE,
            "path": "/".join(self.context.getPhysicalPath()),
            "sort_on": "due",
        }
        if self.state != "all":
            query["review_state"] = self.state or RUNNING
        if self.partner:
            query["partner"] = self.partner
        return query

    def _more(self, extra):
        """Return what a row says beside what every case has."""
        cost, start = extra.get("total_cost"), extra.get("start_date")
        return {
            "cost": formatting.money(Decimal(cost)) if cost else None,
            "start": formatting.day(date.fromisoformat(start)) if start else None,
        }
