"""The plan of costs and financing: on the case, by versions, as XLSX."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.core import formatting
from kommunalhub.core import workbook
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.funding.applications import plan
from kommunalhub.funding.applications import titles
from kommunalhub.funding.applications.interfaces import ICasePart
from kommunalhub.funding.applications.operations.plans import warnings_of
from kommunalhub.funding.applications.permissions import may_keep
from kommunalhub.funding.applications.permissions import SHOWN
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.security.userids.book import full_name
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.i18n import translate
from zope.interface import implementer


def shown(found, case, request):
    """Return a version of the plan as templates show it."""
    total, can = plan.costs(found["items"]), plan.eligible(found["items"])
    return {
        "version": found["version"],
        "day": formatting.day(found["day"]),
        "by": full_name(found["by"]) if found["by"] else "",
        "remark": found["remark"],
        "items": [
            {
                "title": row["title"],
                "net": formatting.money(row["net"]),
                "gross": formatting.money(row["gross"]),
                "eligible": row["eligible"],
            }
            for row in found["items"]
        ],
        "funds": [
            {
                "kind": titles.FUNDS[row["kind"]],
                "title": row["title"],
                "amount": formatting.money(row["amount"]),
                "share": formatting.percent(plan.share(row["amount"], total)),
            }
            for row in found["funds"]
        ],
        "total": formatting.money(total),
        "eligible": formatting.money(can),
        "financed": formatting.money(plan.financed(found["funds"])),
        "warnings": warnings_of(case, found),
    }


@implementer(ICasePart)
class PlanPart(BrowserView):
    """The newest version on the page of the case."""

    order = 20
    id = "finanzierungsplan"
    title = _("heading_funding_plan", default="Costs and financing")
    template = ViewPageTemplateFile("templates/planpart.pt")

    def html(self):
        return self.template() if self.plan or self.may_keep() else ""

    def may_keep(self):
        return may_keep(self.context)

    @cached_property
    def plan(self):
        found = funding_of(self.context).plan()
        return shown(found, self.context, self.request) if found else None

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@finanzierungsplan"


class PlanView(NumberInPath, OwnPage):
    """@@finanzierungsplan/<version>: one version beside the one before it."""

    template = ViewPageTemplateFile("templates/plan.pt")

    @cached_property
    def plans(self):
        if workflows.state_of(self.context) not in SHOWN:
            return {}
        return funding_of(self.context).plans

    def __call__(self):
        if not self.plans or (self.number is not None and self.number not in self.plans):
            raise NotFound(str(self.number))
        return self.template()

    @property
    def stored(self):
        return self.plans[self.number or self.plans.maxKey()]

    @cached_property
    def plan(self):
        return shown(self.stored, self.context, self.request)

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@finanzierungsplan"

    def may_keep(self):
        return may_keep(self.context)

    def versions(self):
        return [
            {
                "number": one["version"],
                "day": formatting.day(one["day"]),
                "remark": one["remark"],
                "current": one["version"] == self.stored["version"],
            }
            for one in reversed(self.plans.values())
        ]

    def changes(self):
        """Return what is different from the version before: [{what, before, now}]."""
        before = self.plans.get(self.stored["version"] - 1)
        if before is None:
            return []
        return [
            {
                "what": what or titles.FUNDS.get(kind, ""),
                "before": formatting.money(old),
                "now": formatting.money(new),
            }
            for kind, what, old, new in plan.changes(before, self.stored)
        ]


class PlanWorkbook(PlanView):
    """@@finanzierungsplan-xlsx/<version>."""

    def template(self):
        said = self.said
        items = [
            (row["title"], row["net"], row["gross"], said(YES if row["eligible"] else NO))
            for row in self.stored["items"]
        ]
        funds = [
            (said(titles.FUNDS[row["kind"]]), row["title"], row["amount"])
            for row in self.stored["funds"]
        ]
        total = said(SUM)
        items.append((total, None, plan.costs(self.stored["items"]), None))
        funds.append((total, None, plan.financed(self.stored["funds"])))
        sheets = [
            (said(COSTS), [said(one) for one in ITEM_HEADS], items),
            (said(FINANCING), [said(one) for one in FUND_HEADS], funds),
        ]
        name = f"finanzierungsplan-{self.stored['version']}"
        return workbook.answer(self.request.response, workbook.workbook_of(sheets), name)

    def said(self, message):
        return translate(message, context=self.request)


YES = _("answer_yes", default="yes")
NO = _("answer_no", default="no")
COSTS = _("caption_plan_costs", default="Costs")
FINANCING = _("caption_plan_financing", default="Financing")
SUM = _("plan_sum", default="Sum")
ITEM_HEADS = (
    _("col_plan_item", default="Item"),
    _("col_plan_net", default="Net"),
    _("col_plan_gross", default="Gross"),
    _("col_plan_eligible", default="May be funded"),
)
FUND_HEADS = (
    _("col_plan_kind", default="Where from"),
    _("col_plan_what", default="What"),
    _("col_plan_amount", default="Amount"),
)
