"""The plan of costs and financing as a form that grows by rows.

It works without any script: a button adds empty rows, a tick takes a row out.
"""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.funding.applications import operations
from kommunalhub.funding.applications import titles
from kommunalhub.funding.applications.storage import funding_of
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: Empty rows of a new plan, those that the button adds, and the most of one table.
FIRST, MORE, MOST = 3, 3, 100


class EditPlan(OwnPage):
    """@@finanzierungsplan-aendern: saves a new version; each button keeps what was typed."""

    template = ViewPageTemplateFile("templates/planform.pt")
    errors = {}

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@finanzierungsplan-aendern"

    @property
    def leave_url(self):
        return f"{self.context.absolute_url()}#finanzierungsplan"

    def post(self):
        if self.field("action") != "save":
            return self.template()
        try:
            made = operations.save_plan(self.context, self.typed())
        except operations.Wrong as wrong:
            self.errors = wrong.errors
            self.request.response.setStatus(400)
            return self.template()
        message = _(
            "message_funding_plan_saved",
            default="Version ${n} of the plan is saved; it balances to the cent.",
            mapping={"n": made["version"]},
        )
        return self.lead_to(self.leave_url, message)

    def typed(self):
        """Return what was typed, without the rows that nobody filled."""
        items, funds = self.item_rows, self.fund_rows
        return {"items": items, "funds": funds, "remark": self.field("remark")}

    @cached_property
    def item_rows(self):
        return self._rows("item", ("title", "net", "gross", "eligible"), ("title", "net", "gross"))

    @cached_property
    def fund_rows(self):
        return self._rows("fund", ("kind", "title", "amount", "application"), ("title", "amount"))

    def _rows(self, name, fields, filled):
        """Return the rows that were sent and not taken out, those that hold something."""
        found = []
        for at in range(MOST):
            row = {field: self.field(f"{name}-{at}-{field}") for field in fields}
            if any(row[field].strip() for field in filled) and not self.field(f"{name}-{at}-out"):
                found.append(row)
        return found

    def sent(self):
        return self.request.method == "POST"

    def items(self):
        """Return the rows of the form: what was typed or stored, then empty ones."""
        rows = self.item_rows if self.sent() else [self._item(row) for row in self._stored("items")]
        return self._shown("items", rows, dict.fromkeys(("title", "net", "gross", "eligible"), ""))

    def funds(self):
        rows = self.fund_rows if self.sent() else [self._fund(row) for row in self._stored("funds")]
        empty = {"kind": "own", "title": "", "amount": "", "application": ""}
        return self._shown("funds", rows, empty)

    def _stored(self, name):
        found = funding_of(self.context).plan()
        return found[name] if found else ()

    def _shown(self, name, rows, empty):
        adds = self.field("action") == f"more-{name}"
        count = max(len(rows) + (MORE if adds else 1), FIRST)
        rows = [*rows, *(dict(empty) for _one in range(min(count, MOST) - len(rows)))]
        return [
            row
            | {
                "at": at,
                "errors": {
                    field: self.errors[f"{name}.{at}.{field}"]
                    for field in row
                    if f"{name}.{at}.{field}" in self.errors
                },
            }
            for at, row in enumerate(rows)
        ]

    def _item(self, row):
        return {
            "title": row["title"],
            "net": typed_money(row["net"]),
            "gross": typed_money(row["gross"]),
            "eligible": "1" if row["eligible"] else "",
        }

    def _fund(self, row):
        return {
            "kind": row["kind"],
            "title": row["title"],
            "amount": typed_money(row["amount"]),
            "application": str(row["application"] or ""),
        }

    def kinds(self):
        return [{"id": token, "title": title} for token, title in titles.FUNDS.items()]

    def applications(self):
        return [
            {"id": str(one.number), "title": f"{one.number} · {one.programme_title}"}
            for one in funding_of(self.context).applications.values()
        ]

    def remark(self):
        return self.field("remark")


def typed_money(value):
    """Return an amount as people type it."""
    return "" if value is None else formatting.money(value).replace("\xa0€", "")
