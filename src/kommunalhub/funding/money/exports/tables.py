"""The tables of an application, once for the workbook and the PDF.

A table: (title, column titles, rows); values: texts, Decimal for EUR, dates, None.
"""

from kommunalhub import _
from kommunalhub.core.language import in_site_language as said
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.funding.money import titles
from kommunalhub.funding.money.account import Account
from kommunalhub.funding.money.proof import operations as proof
from kommunalhub.funding.money.proof.figures import figures_of


COLUMNS = {
    "number": _("col_number", default="Number"),
    "item": _("col_item", default="Item"),
    "planned": _("col_planned", default="Planned"),
    "actual": _("col_actual", default="Paid"),
    "eligible": _("col_eligible", default="Eligible"),
    "difference": _("col_difference", default="Difference"),
    "finding": _("col_finding", default="Remark"),
    "fund": _("col_fund", default="Where from"),
    "came": _("col_funds_came", default="As it came"),
    "asked_on": _("label_asked_on", default="Asked for on"),
    "asked": _("col_asked", default="Asked for"),
    "received_on": _("label_received_on", default="Received on"),
    "received": _("fact_drawn", default="Received"),
    "state": _("col_state", default="State"),
    "day": _("col_day", default="Day"),
    "amount": _("label_aid_amount", default="Amount"),
    "interest": _("col_interest", default="Interest"),
    "comment": _("label_comment_optional", default="Comment"),
    "invoice": _("label_receipt_number", default="Number of the receipt"),
    "payee": _("label_receipt_payee", default="Paid to"),
    "what": _("label_receipt_what", default="What for"),
    "receipt_day": _("label_receipt_day", default="Day of the invoice"),
    "paid_on": _("label_receipt_paid_on", default="Day of the payment"),
    "net": _("label_receipt_net", default="Without tax"),
    "gross": _("label_receipt_gross", default="Paid in all"),
    "title": _("label_thing_title", default="What it is"),
    "inventory_number": _("label_thing_number", default="Inventory number"),
    "bought_on": _("label_thing_bought", default="Bought on"),
    "price": _("label_thing_price", default="Price without tax"),
    "place": _("label_thing_place", default="Where it is"),
    "until": _("label_thing_until", default="Earmarked until"),
    "gone": _("label_thing_gone", default="Gone since"),
    "case": _("col_case", default="Case"),
    "programme": _("label_application_programme", default="Programme"),
}
THING = ("title", "inventory_number", "bought_on", "price", "place", "until", "gone")


def heads(*names):
    return [said(COLUMNS[name]) for name in names]


class Tables:
    """The tables of one application."""

    def __init__(self, case, application):
        self.case = case
        self.application = application
        self.account = Account(case, application)
        self.book = self.account.book

    @property
    def figures(self):
        """The figures that were handed in last, else those of now."""
        row = proof.open_proof(self.book) or proof.answered_proof(self.book)
        return row["figures"] if row else figures_of(self.account, self.account.terms.third)

    def all(self):
        return [
            self.plan(),
            self.costs(),
            self.funds(),
            self.drawdowns(),
            self.backs(),
            self.receipts(),
            self.things(),
        ]

    def plan(self):
        plan = funding_of(self.case).plan() or {"items": ()}
        rows = [
            [
                item["title"],
                item["net"],
                item["gross"],
                item["gross"] if item["eligible"] else item["gross"] * 0,
            ]
            for item in plan["items"]
        ]
        title = said(_("sheet_plan", default="Plan"))
        return title, heads("item", "net", "planned", "eligible"), rows

    def costs(self):
        lines = [*self.figures["lines"], self.figures["whole"]]
        rows = [
            [
                line["title"] or said(_("row_sum", default="Sum")),
                line["planned"],
                line["gross"],
                line["eligible"],
                line["difference"],
                said(titles.FINDINGS[line["finding"]]),
            ]
            for line in lines
        ]
        title = said(_("sheet_costs", default="Costs"))
        return title, heads("item", "planned", "actual", "eligible", "difference", "finding"), rows

    def funds(self):
        rows = [
            [said(titles.FUNDS[fund["kind"]]), fund["planned"], fund["actual"]]
            for fund in self.figures["funds"]
        ]
        return said(_("sheet_funds", default="Funds")), heads("fund", "planned", "came"), rows

    def drawdowns(self):
        rows = [
            [
                row["number"],
                row["asked_on"],
                row["asked"],
                row["received_on"],
                row["received"],
                said(self.state_of(row)),
            ]
            for row in self.book.drawdowns.values()
        ]
        head = heads("number", "asked_on", "asked", "received_on", "received", "state")
        return said(_("heading_drawdowns", default="Drawdowns")), head, rows

    @staticmethod
    def state_of(row):
        if row["dropped"]:
            return _("state_dropped", default="dropped")
        if row["received"] is not None:
            return _("state_received", default="received")
        return _("state_asked", default="asked for")

    def backs(self):
        rows = [
            [row["day"], row["amount"], row["interest"], row["comment"]]
            for row in self.book.backs.values()
        ]
        title = said(_("heading_paid_back", default="Paid back"))
        return title, heads("day", "amount", "interest", "comment"), rows

    def receipts(self):
        names = ("invoice", "payee", "what", "item", "day", "paid_on", "net", "gross", "eligible")
        rows = sorted(self.book.receipts.values(), key=lambda row: (row["paid_on"], row["number"]))
        head = heads(*("receipt_day" if name == "day" else name for name in names))
        title = said(_("heading_receipts", default="Receipts"))
        return title, head, [[row[name] for name in names] for row in rows]

    def things(self):
        rows = [thing_cells(row) for row in self.book.things.values()]
        return said(_("heading_earmarked", default="Earmarked things")), heads(*THING), rows


def thing_cells(row):
    gone = row["disposed"] and row["disposed"]["day"]
    return [row[name] for name in THING[:-1]] + [gone]
