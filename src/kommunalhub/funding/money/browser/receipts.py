"""Receipts on the page of an application, and their form."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.browser.attachments import WithAttachments
from kommunalhub.core import formatting
from kommunalhub.core.forms.page import page_of
from kommunalhub.funding.applications.typed import Wrong
from kommunalhub.funding.money import titles
from kommunalhub.funding.money.browser import schemas
from kommunalhub.funding.money.browser.forms import Changing
from kommunalhub.funding.money.browser.forms import MoneyForm
from kommunalhub.funding.money.browser.forms import MoneyFormPage
from kommunalhub.funding.money.browser.parts import MoneyPart
from kommunalhub.funding.money.receipts import operations as receipts
from kommunalhub.funding.money.receipts import rules
from kommunalhub.funding.money.receipts.operations import is_locked
from kommunalhub.funding.money.terms import item_titles
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button
from z3c.form.field import Fields
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


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
        remarks = rules.remarks(
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


class ReceiptForm(WithAttachments, Changing):
    """@@beleg/<application>, @@beleg/<application>/<receipt>."""

    tree = "receipts"
    at = "belege"
    fields = Fields(schemas.IReceipt)
    takes_files = True

    @property
    def label(self):
        if self.row is None:
            return _("heading_add_receipt", default="Enter a receipt")
        return _("heading_change_receipt", default="Change a receipt")

    def updateWidgets(self, prefix=None):
        self.fields = receipt_fields(item_titles(self.context))
        super().updateWidgets(prefix)

    def act(self, data):
        if not self.look_at_files():
            raise Wrong({"files": _("form_not_saved")})
        before = set(self.context.objectIds())
        if self.row is None:
            row = receipts.add(self.context, self.number, data)
        else:
            row = receipts.change(self.context, self.number, self.row["number"], data)
        if self.sent_files():
            self.add_sent_files(self.context)
            new = [name for name in self.context.objectIds() if name not in before]
            receipts.attach(self.context, self.number, row["number"], new)
        return self.led(_("message_receipt_saved", default="The receipt is entered."))

    def show_errors(self, errors):
        if "files" in errors:
            self.status = self.formErrorsMessage
            return
        super().show_errors(errors)

    @button.buttonAndHandler(_("button_save", default="Save"), name="save")
    def handle_save(self, action):
        MoneyForm.handle_save(self, action)

    @button.buttonAndHandler(
        _("button_remove_receipt", default="Take it out"),
        name="remove",
        condition=lambda form: form.row is not None,
    )
    def handle_remove(self, action):
        try:
            receipts.remove(self.context, self.number, self.row["number"])
        except Wrong as wrong:
            self.extractData()
            self.show_errors(wrong.errors)
            return
        message = _("message_receipt_removed", default="The receipt is taken out.")
        api.portal.show_message(message, self.request)
        self.request.response.redirect(self.leave_url)


def receipt_fields(titles):
    """Return the fields of a receipt; titles: of the items of the plan."""
    fields = Fields(schemas.IReceipt)
    if not titles:
        return fields.omit("item")
    item = schema.Choice(
        __name__="item",
        title=schemas.IReceipt["item"].title,
        # Titles are what people wrote: the place in the list is the token.
        vocabulary=SimpleVocabulary(
            [SimpleTerm(title, str(at), title) for at, title in enumerate(titles)]
        ),
    )
    names = list(fields)
    return (fields.omit("item") + Fields(item)).select(*names)


ReceiptPage = page_of(ReceiptForm, MoneyFormPage)
