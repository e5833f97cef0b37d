"""The statement of use on the page of an application, and its forms."""

from functools import cached_property
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
from kommunalhub.funding.money.proof import operations as proof
from kommunalhub.funding.money.proof.figures import figures_of
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.browser.checkbox import SingleCheckBoxFieldWidget
from z3c.form.field import Fields


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


class SubmitProof(MoneyForm):
    """@@verwendungsnachweis/<application>."""

    at = "nachweis"
    fields = Fields(schemas.IProof)
    fields["confirmed"].widgetFactory = SingleCheckBoxFieldWidget
    label = _("heading_submit_proof", default="Hand in the statement of use")
    begin_today = ("day",)

    @property
    def description(self):
        account = Account(self.context, self.application)
        found = figures_of(account, account.terms.third)
        return _(
            "submit_proof_about",
            default="From your receipts: ${eligible} count, so ${result} of the grant remain. You "
            "received ${received}; to be paid back: ${repay}. All figures stand on the page of the "
            "application and are kept as they are now.",
            mapping={
                "eligible": formatting.money(found["whole"]["eligible"]),
                "result": formatting.money(found["result"]),
                "received": formatting.money(found["received"]),
                "repay": formatting.money(found["repay"]),
            },
        )

    def act(self, data):
        proof.submit(self.context, self.number, data)
        return self.led(_("message_proof_submitted", default="The statement is handed in."))


class TakeProofBack(MoneyForm):
    """@@nachweis-zuruecknehmen/<application>/<statement>."""

    tree = "proofs"
    at = "nachweis"
    fields = Fields(schemas.IWhy)
    label = _("heading_take_proof_back", default="Take the statement of use back")

    def act(self, data):
        proof.take_back(self.context, self.number, self.row["number"], data)
        return self.led(_("message_proof_taken_back", default="The statement is taken back."))


class RecordResult(MoneyForm):
    """@@nachweis-ergebnis/<application>/<statement>."""

    tree = "proofs"
    at = "nachweis"
    fields = Fields(schemas.IResult)
    label = _("heading_record_result", default="What the funder answered")
    begin_today = ("day",)

    def act(self, data):
        proof.record_result(self.context, self.number, self.row["number"], data)
        return self.led(_("message_result_recorded", default="The answer is entered."))


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


SubmitProofPage = page_of(SubmitProof, MoneyFormPage)
TakeProofBackPage = page_of(TakeProofBack, MoneyFormPage)
RecordResultPage = page_of(RecordResult, MoneyFormPage)
