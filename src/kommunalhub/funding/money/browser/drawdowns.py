"""Drawdowns on the page of an application, and their forms."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.forms.page import page_of
from kommunalhub.funding.money import said
from kommunalhub.funding.money import titles
from kommunalhub.funding.money.account import Account
from kommunalhub.funding.money.browser import schemas
from kommunalhub.funding.money.browser.forms import MoneyForm
from kommunalhub.funding.money.browser.forms import MoneyFormPage
from kommunalhub.funding.money.browser.parts import MoneyPart
from kommunalhub.funding.money.drawdowns import operations as drawdowns
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.field import Fields


class Drawdowns(MoneyPart):
    """What was granted, drawn, paid back; what lies too long."""

    order = 60
    id = "mittelabrufe"
    title = _("heading_drawdowns", default="Drawdowns")
    template = ViewPageTemplateFile("templates/drawdowns.pt")

    def facts(self):
        """Return [(label, text)] of how the money stands."""
        account, money = self.account, formatting.money
        found = [
            (_("fact_granted", default="Granted"), money(account.terms.grant)),
            (_("fact_drawn", default="Received"), money(account.received)),
        ]
        asked = account.committed - account.received
        if asked:
            found.append((_("fact_asked", default="Asked for, not here yet"), money(asked)))
        found.append((_("fact_left", default="Still to be drawn"), money(account.left)))
        if account.paid_back:
            found.append((_("fact_paid_back", default="Paid back"), money(account.paid_back)))
        if account.terms.last_day:
            last = formatting.day(account.terms.last_day)
            found.append((_("fact_last_day", default="Last day to ask"), last))
        financing = titles.FINANCING[account.terms.financing]
        found.append((_("fact_financing", default="Kind of financing"), financing))
        return found

    def warnings(self):
        """Return [(look of the message, sentence, source)] of what is wrong or will be."""
        return said.warnings(self.account)

    def rows(self):
        return [
            {
                "number": row["number"],
                "asked_on": formatting.day(row["asked_on"]),
                "asked": formatting.money(row["asked"]),
                "received_on": formatting.day(row["received_on"]),
                "received": formatting.money(row["received"]),
                "dropped": row["dropped"] and row["dropped"]["why"],
                "comment": row["comment"],
                "is_open": row["received"] is None and row["dropped"] is None,
                "receive": self.link("mittel-eingang", row["number"]),
                "drop": self.link("mittelabruf-aufgeben", row["number"]),
            }
            for row in self.book.drawdowns.values()
        ]

    def backs(self):
        return [
            {
                "day": formatting.day(row["day"]),
                "amount": formatting.money(row["amount"]),
                "interest": formatting.money(row["interest"]) if row["interest"] else "",
                "comment": row["comment"],
            }
            for row in self.book.backs.values()
        ]

    def may_ask(self):
        return self.may_keep() and self.account.left > 0

    def may_pay_back(self):
        return self.may_keep() and self.account.received > self.account.paid_back

    def ask_url(self):
        return self.link("mittelabruf")

    def back_url(self):
        return self.link("rueckzahlung")

    def downloads(self):
        """Return [(title, address)] of what can be taken along."""
        return [
            (_("link_money_xlsx", default="Workbook (XLSX)"), self.link("foerderung.xlsx")),
            (_("link_money_pdf", default="PDF"), self.link("verwendung.pdf")),
        ]


class AskForMoney(MoneyForm):
    """@@mittelabruf/<application>."""

    fields = Fields(schemas.IAsk)
    label = _("heading_ask_for_money", default="Enter a drawdown")
    begin_today = ("day",)

    @property
    def description(self):
        account = Account(self.context, self.application)
        return _(
            "ask_for_money_about",
            default="Of ${grant} granted ${left} are left. Please ask only for what you will pay "
            "within ${months} months of the payout: money that lies longer can cost interest.",
            mapping={
                "grant": formatting.money(account.terms.grant),
                "left": formatting.money(account.left),
                "months": int(account.months.percent),
            },
        )

    def act(self, data):
        drawdowns.ask(self.context, self.number, data)
        return self.led(_("message_money_asked", default="The drawdown is entered."))


class ReceiveMoney(MoneyForm):
    """@@mittel-eingang/<application>/<drawdown>."""

    tree = "drawdowns"
    fields = Fields(schemas.IReceive)
    label = _("heading_receive_money", default="Money has come")
    begin_today = ("day",)

    def updateWidgets(self, prefix=None):
        super().updateWidgets(prefix)
        if self.request.method == "GET":
            self.widgets["amount"].value = formatting.money(self.row["asked"]).rstrip("\xa0€")

    def act(self, data):
        drawdowns.receive(self.context, self.number, self.row["number"], data)
        return self.led(_("message_money_received", default="The money is entered."))


class DropDrawdown(MoneyForm):
    """@@mittelabruf-aufgeben/<application>/<drawdown>."""

    tree = "drawdowns"
    fields = Fields(schemas.IWhy)
    label = _("heading_drop_drawdown", default="Drop a drawdown")

    def act(self, data):
        drawdowns.drop(self.context, self.number, self.row["number"], data)
        return self.led(_("message_drawdown_dropped", default="The drawdown is dropped."))


class PayBack(MoneyForm):
    """@@rueckzahlung/<application>."""

    fields = Fields(schemas.IPayBack)
    label = _("heading_pay_back", default="Enter a repayment")
    begin_today = ("day",)

    def act(self, data):
        drawdowns.pay_back(self.context, self.number, data)
        return self.led(_("message_paid_back", default="The repayment is entered."))


AskForMoneyPage = page_of(AskForMoney, MoneyFormPage)
ReceiveMoneyPage = page_of(ReceiveMoney, MoneyFormPage)
DropDrawdownPage = page_of(DropDrawdown, MoneyFormPage)
PayBackPage = page_of(PayBack, MoneyFormPage)
