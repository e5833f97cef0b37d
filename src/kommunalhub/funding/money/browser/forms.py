"""The forms about money; what operations refuse stands at its field."""

from kommunalhub import _
from kommunalhub.approvals.browser.attachments import WithAttachments
from kommunalhub.core import formatting
from kommunalhub.core.forms.page import page_of
from kommunalhub.funding.applications.browser.forms import AboutApplication
from kommunalhub.funding.applications.browser.forms import ApplicationFormPage
from kommunalhub.funding.applications.browser.section import address
from kommunalhub.funding.applications.typed import today
from kommunalhub.funding.applications.typed import Wrong
from kommunalhub.funding.money.account import Account
from kommunalhub.funding.money.browser import schemas
from kommunalhub.funding.money.drawdowns import operations as drawdowns
from kommunalhub.funding.money.inventory import operations as inventory
from kommunalhub.funding.money.proof import operations as proof
from kommunalhub.funding.money.proof.figures import figures_of
from kommunalhub.funding.money.receipts import operations as receipts
from kommunalhub.funding.money.storage import book_of
from kommunalhub.funding.money.terms import item_titles
from plone import api
from z3c.form import button
from z3c.form.browser.checkbox import SingleCheckBoxFieldWidget
from z3c.form.field import Fields
from zExceptions import NotFound
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


class MoneyForm(AboutApplication):
    """A form about the money of an application, or about one row of its book.

    tree: name of the tree of the book in which the row is; at: where the page leads afterwards.
    """

    tree = None
    at = "mittelabrufe"
    #: The row that the form is about, None for a new one.
    row = None
    #: Names of fields that begin with today.
    begin_today = ()

    def updateWidgets(self, prefix=None):
        super().updateWidgets(prefix)
        if self.request.method == "GET":
            for name in self.begin_today:
                self.widgets[name].value = today().isoformat()

    @property
    def path(self):
        return f"{super().path}/{self.row['number']}" if self.row else super().path

    @property
    def number(self):
        return self.application.number

    @property
    def leave_url(self):
        return f"{address(self.context, self.application)}#{self.at}"

    def led(self, message):
        return self.leave_url, message

    def show_errors(self, errors):
        """Show at the form what belongs to none of its fields."""
        known = {name: text for name, text in errors.items() if name in self.widgets}
        super().show_errors(known)
        if not known:
            self.status = next(iter(errors.values()))


class Changing(MoneyForm):
    """A form that makes a row or, with its number, changes it."""

    def updateWidgets(self, prefix=None):
        if self.row is not None:
            self.ignoreContext = False
        super().updateWidgets(prefix)

    def getContent(self):
        return dict(self.row) if self.row is not None else self.context


class MoneyFormPage(ApplicationFormPage):
    """The page of such a form: @@form/<application>, @@form/<application>/<row>."""

    row_number = None

    def publishTraverse(self, request, name):
        if self.number is None:
            return super().publishTraverse(request, name)
        takes_rows = self.form.tree is not None
        if not takes_rows or self.row_number is not None or not name.isdecimal() or len(name) > 9:
            raise NotFound(name)
        self.row_number = int(name)
        return self

    def update(self):
        if self.form.tree is not None:
            tree = getattr(book_of(self.context, self.number or 0), self.form.tree)
            self.form_instance.row = tree.get(self.row_number or 0)
            needs_row = not issubclass(self.form, Changing) or self.row_number is not None
            if needs_row and self.form_instance.row is None:
                raise NotFound(str(self.row_number))
        super().update()


# Drawdowns


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


# Receipts


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


# The statement of use


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


# What stays earmarked


class ThingForm(Changing):
    """@@inventar-eintrag/<application>, @@inventar-eintrag/<application>/<thing>."""

    tree = "things"
    at = "zweckbindung"
    fields = Fields(schemas.IThing)

    @property
    def label(self):
        if self.row is None:
            return _("heading_add_thing", default="Enter something that stays earmarked")
        return _("heading_change_thing", default="Change what is listed")

    def act(self, data):
        if self.row is None:
            inventory.add(self.context, self.number, data)
        else:
            inventory.change(self.context, self.number, self.row["number"], data)
        return self.led(_("message_thing_saved", default="It is listed."))


class DisposeThing(MoneyForm):
    """@@inventar-abgang/<application>/<thing>."""

    tree = "things"
    at = "zweckbindung"
    fields = Fields(schemas.IDispose)
    fields["anyway"].widgetFactory = SingleCheckBoxFieldWidget
    label = _("heading_dispose_thing", default="It is gone")
    begin_today = ("day",)

    @property
    def description(self):
        until = formatting.day(self.row["until"])
        if not until:
            return self.row["title"]
        return _(
            "dispose_thing_about",
            default="${title} is earmarked until ${day}.",
            mapping={"title": self.row["title"], "day": until},
        )

    def act(self, data):
        inventory.dispose(self.context, self.number, self.row["number"], data)
        return self.led(_("message_thing_disposed", default="It is noted that it is gone."))


AskForMoneyPage = page_of(AskForMoney, MoneyFormPage)
ReceiveMoneyPage = page_of(ReceiveMoney, MoneyFormPage)
DropDrawdownPage = page_of(DropDrawdown, MoneyFormPage)
PayBackPage = page_of(PayBack, MoneyFormPage)
ReceiptPage = page_of(ReceiptForm, MoneyFormPage)
SubmitProofPage = page_of(SubmitProof, MoneyFormPage)
TakeProofBackPage = page_of(TakeProofBack, MoneyFormPage)
RecordResultPage = page_of(RecordResult, MoneyFormPage)
ThingPage = page_of(ThingForm, MoneyFormPage)
DisposeThingPage = page_of(DisposeThing, MoneyFormPage)
