"""The money on the page of an application: drawdowns, receipts, proof, what stays earmarked."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.funding.applications.browser.overview import ApplicationPart
from kommunalhub.funding.applications.typed import today
from kommunalhub.funding.money import figures
from kommunalhub.funding.money import said
from kommunalhub.funding.money import titles
from kommunalhub.funding.money.account import Account
from kommunalhub.funding.money.inventory import rules as inventory
from kommunalhub.funding.money.proof import operations as proof
from kommunalhub.funding.money.proof.figures import figures_of
from kommunalhub.funding.money.receipts import rules as receipts
from kommunalhub.funding.money.receipts.operations import is_locked
from kommunalhub.funding.money.storage import thing_of
from kommunalhub.funding.money.terms import item_titles
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class MoneyPart(ApplicationPart):
    """A section that shows once something was granted."""

    template = None

    @cached_property
    def account(self):
        return Account(self.context, self.application)

    @property
    def book(self):
        return self.account.book

    def html(self):
        if not self.application.notices and not self.book.drawdowns:
            return ""
        return self.template()

    def link(self, view, row=None):
        """Return the address of a form about this application, or about a row of its book."""
        url = f"{self.base}/@@{view}/{self.application.number}"
        return url if row is None else f"{url}/{row}"


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


class Receipts(MoneyPart):
    """The list of receipts."""

    order = 70
    id = "belege"
    title = _("heading_receipts", default="Receipts")
    template = ViewPageTemplateFile("templates/receipts.pt")
    #: So many are shown; the workbook has all.
    most = 100

    @cached_property
    def items(self):
        return item_titles(self.context)

    def rows(self):
        rows = sorted(self.book.receipts.values(), key=lambda row: (row["paid_on"], row["number"]))
        return [self.shown(row) for row in rows[-self.most :]]

    def shown(self, row):
        terms = self.account.terms
        first = terms.period_from or terms.granted_on
        remarks = receipts.remarks(
            row["paid_on"], row["item"], self.items, first, terms.period_to, bool(row["files"])
        )
        return {
            "invoice": row["invoice"],
            "payee": row["payee"],
            "what": row["what"],
            "item": row["item"],
            "paid_on": formatting.day(row["paid_on"]),
            "gross": formatting.money(row["gross"]),
            "eligible": formatting.money(row["eligible"]),
            "remarks": [titles.REMARKS[code] for code in remarks],
            "files": [f"{self.base}/{name}/@@download/file" for name in row["files"]],
            "url": self.link("beleg", row["number"]),
        }

    def more(self):
        return max(len(self.book.receipts) - self.most, 0)

    def sums(self):
        rows = self.book.receipts.values()
        return {
            name: formatting.money(sum((row[name] for row in rows), start=0 * self.account.spent))
            for name in ("gross", "eligible")
        }

    def may_enter(self):
        return self.may_keep() and not is_locked(self.book)

    def add_url(self):
        return self.link("beleg")

    def import_url(self):
        return self.link("belege-einlesen")


class Proof(MoneyPart):
    """The statement of use: figures as they are now, what was handed in, what was answered."""

    order = 80
    id = "nachweis"
    title = _("heading_proof", default="Statement of use")
    template = ViewPageTemplateFile("templates/proof.pt")

    @cached_property
    def last(self):
        """The statement whose figures are shown, None while there is none."""
        return proof.open_proof(self.book) or proof.answered_proof(self.book)

    @cached_property
    def found(self):
        if self.last is not None:
            return self.last["figures"]
        return figures_of(self.account, self.account.terms.third)

    def figures_day(self):
        return formatting.day(self.found["day"])

    def lines(self):
        return [line_shown(line) for line in self.found["lines"]]

    def whole(self):
        return line_shown(self.found["whole"])

    def funds(self):
        return [
            {
                "title": titles.FUNDS[fund["kind"]],
                "planned": formatting.money(fund["planned"]),
                "actual": formatting.money(fund["actual"]),
            }
            for fund in self.found["funds"]
        ]

    def results(self):
        """Return [(label, amount)] of what it comes to."""
        money, found = formatting.money, self.found
        rows = [
            (_("fact_result", default="Grant that remains"), money(found["result"])),
            (_("fact_drawn", default="Received"), money(found["received"] - found["paid_back"])),
        ]
        if found["repay"]:
            rows.append((_("fact_repay", default="To be paid back"), money(found["repay"])))
            if found["interest"] is not None:
                label = _("fact_repay_interest", default="Interest that may be asked for")
                rows.append((label, money(found["interest"])))
        if found["still_due"]:
            rows.append((_("fact_still_due", default="Still to come"), money(found["still_due"])))
        return rows

    def rule(self):
        return said.plan_rule(self.found)

    def statements(self):
        return [self.shown(row) for row in self.book.proofs.values()]

    def shown(self, row):
        result, back = row["result"], row["taken_back"]
        return {
            "kind": titles.KINDS[row["kind"]],
            "day": formatting.day(row["day"]),
            "report": row["report"],
            "reason": row["reason"],
            "result": result and titles.RESULTS[result["state"]],
            "look": result and {"accepted": "ok", "cut": "soon", "repay": "late"}[result["state"]],
            "result_day": result and formatting.day(result["day"]),
            "amount": result and formatting.money(result["amount"]),
            "repay": result and result["repay"] and formatting.money(result["repay"]),
            "interest": result and result["interest"] and formatting.money(result["interest"]),
            "due": result and formatting.day(result["due"]),
            "comment": result and result["comment"],
            "taken_back": back and back["why"],
            "is_open": result is None and back is None,
            "result_url": self.link("nachweis-ergebnis", row["number"]),
            "back_url": self.link("nachweis-zuruecknehmen", row["number"]),
        }

    def owed(self):
        row = proof.answered_proof(self.book)
        owed = proof.owed(self.book, row) if row is not None else 0
        return formatting.money(owed) if owed else None

    def may_submit(self):
        ready = proof.open_proof(self.book) is None and not proof.settled(self.book)
        return self.may_keep() and ready and bool(self.account.terms.grant)

    def submit_url(self):
        return self.link("verwendungsnachweis")


class Earmarked(MoneyPart):
    """What was bought with the grant and has to serve its purpose."""

    order = 85
    id = "zweckbindung"
    title = _("heading_earmarked", default="Earmarked things")
    template = ViewPageTemplateFile("templates/inventory.pt")

    def rows(self):
        found = []
        thresholds = figures.thresholds()
        for row in self.book.things.values():
            rule = inventory.threshold_of(thresholds, row["bought_on"], row["price"])
            gone = row["disposed"]
            found.append(
                {
                    "title": row["title"],
                    "number": row["inventory_number"],
                    "place": row["place"],
                    "bought_on": formatting.day(row["bought_on"]),
                    "price": formatting.money(row["price"]),
                    "until": formatting.day(row["until"]),
                    "is_bound": inventory.is_bound(thing_of(row), today()),
                    "gone": gone and formatting.day(gone["day"]),
                    "why": gone and gone["why"],
                    "early": bool(gone and gone["early"]),
                    "rule": rule and rule.source,
                    "url": self.link("inventar-eintrag", row["number"]),
                    "gone_url": self.link("inventar-abgang", row["number"]),
                }
            )
        return found

    def add_url(self):
        return self.link("inventar-eintrag")


def line_shown(line):
    """Return a line of the figures as texts."""
    percent = line["percent"]
    return {
        "title": line["title"],
        "planned": formatting.money(line["planned"]),
        "gross": formatting.money(line["gross"]),
        "eligible": formatting.money(line["eligible"]),
        "difference": formatting.money(line["difference"]),
        "percent": formatting.percent(percent) if percent is not None else "",
        "finding": titles.FINDINGS[line["finding"]],
        "look": titles.LOOKS.get(line["finding"], ""),
    }
