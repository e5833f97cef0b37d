"""Orders on the page of an application, the form for one, and many out of a table."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.core.validation import FieldError
from kommunalhub.funding.applications import importing
from kommunalhub.funding.applications import operations
from kommunalhub.funding.applications import said
from kommunalhub.funding.applications import titles
from kommunalhub.funding.applications.browser.forms import AboutApplication
from kommunalhub.funding.applications.browser.forms import ApplicationFormPage
from kommunalhub.funding.applications.browser.overview import ApplicationPart
from kommunalhub.funding.applications.browser.schemas import IOrder
from kommunalhub.funding.applications.browser.section import address
from kommunalhub.funding.applications.browser.wrong import wrong_at
from kommunalhub.funding.applications.guard import permitted_begin
from kommunalhub.funding.applications.operations.orders import findings_of
from kommunalhub.funding.applications.operations.orders import may_confirm
from kommunalhub.funding.applications.operations.orders import permits_of
from kommunalhub.funding.applications.operations.programmes import begin_rule
from kommunalhub.funding.applications.storage import funding_of
from kommunalhub.lib.tables import reading
from plone.protect.authenticator import createToken
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.browser.checkbox import SingleCheckBoxFieldWidget
from z3c.form.field import Fields
from zExceptions import NotFound
from zope.i18n import translate
from ZPublisher.HTTPRequest import FileUpload

import json


class Orders(ApplicationPart):
    """From when may be ordered, what is ordered, what waits for a second person."""

    order = 40
    id = "auftraege"
    title = _("heading_orders", default="Orders and contracts")
    html = ViewPageTemplateFile("templates/orders.pt")

    @property
    def acts_url(self):
        return f"{self.base}/@@antrag-tun/{self.application.number}"

    @property
    def token(self):
        return createToken()

    @property
    def add_url(self):
        return f"{self.base}/@@auftrag/{self.application.number}"

    @property
    def import_url(self):
        return f"{self.base}/@@auftraege-einlesen/{self.application.number}"

    def begin(self):
        """Return from when may be ordered, as a message."""
        permits = permits_of(self.context)
        day = permitted_begin(permits)
        if day is None and permits:
            return _("begin_not_yet", default="Nothing may be ordered yet.")
        if day is None:
            return _("begin_free", default="No application stands in the way any more.")
        return _(
            "begin_from",
            default="May be ordered from ${day} on, all applications of the case considered.",
            mapping={"day": formatting.day(day)},
        )

    def rule(self):
        return begin_rule()

    def rows(self):
        kinds = titles.order_kinds()
        return [self.row(one, kinds) for one in self.application.orders.values()]

    def waiting(self):
        """Return the orders that wait for a second person."""
        kinds = titles.order_kinds()
        return [
            self.row(one, kinds) | {"may_confirm": may_confirm(self.context, one)}
            for one in self.application.pending.values()
        ]

    def row(self, one, kinds):
        number = str(one["number"])
        wrong = wrong_at(self.request, "confirm", number) | wrong_at(self.request, "refuse", number)
        return {
            "number": number,
            "day": formatting.day(one["day"]),
            "what": one["what"],
            "amount": formatting.money(one["amount"]),
            "supplier": one["supplier"],
            "kind": kinds.get(one["kind"], one["kind"]),
            "reserved": one["reserved"],
            "conflict": self.conflict(one),
            "struck": one["struck"] and one["struck"]["reason"],
            "override": one["override"],
            "asked_on": formatting.day(one["override"]["asked_on"]) if one["override"] else "",
            "wrong": wrong,
            "wrong_strike": wrong_at(self.request, "strike", number),
        }

    def conflict(self, one):
        """Return why a recorded order is too early now, as one text."""
        if not one["conflict"]:
            return ""
        found = {finding.application: finding for finding in findings_of(self.context, one)}
        return " ".join(
            translate(said.stopped(found[number]), context=self.request)
            for number, _code in one["conflict"]
            if number in found
        )


class RecordOrder(AboutApplication):
    """@@auftrag/<number>."""

    fields = Fields(IOrder)
    fields["reserved"].widgetFactory = SingleCheckBoxFieldWidget
    label = _("heading_record_order", default="Enter an order or a contract")
    description = _(
        "record_order_about",
        default="The day counts on which it binds, also one signed conditionally („unter "
        "Vorbehalt“). If it is too early for the funding you are told before it is entered.",
    )

    def stop(self, stopped):
        sentences = [said.stopped(finding) for finding in stopped.findings]
        rule = begin_rule()["rule"]
        sources = ", ".join(dict.fromkeys(one.source for one in stopped.findings if one.source))
        text = _(
            "order_stopped",
            default="Stop: nothing is entered. ${why} An order before that costs the funding. "
            "Rule: ${rule} Source: ${source}. Wait for the notice, or ask for an early start. If "
            "it was ordered all the same, write the reason below; a second person decides on it.",
            mapping={
                "why": " ".join(translate(one, context=self.request) for one in sentences),
                "rule": rule,
                "source": sources,
            },
        )
        self.show_errors({"day": text})

    def act(self, data):
        order = operations.record_order(self.context, self.application.number, data)
        if order["override"] is not None:
            return self.stays(
                _(
                    "message_order_waits",
                    default="The order waits for a second person. Until then it does not count.",
                )
            )
        return self.stays(_("message_order_recorded", default="The order is entered."))


RecordOrderPage = page_of(RecordOrder, ApplicationFormPage)


class ImportOrders(NumberInPath, OwnPage):
    """@@auftraege-einlesen/<number>: look at a table of orders, then enter all of it."""

    template = ViewPageTemplateFile("templates/importing.pt")
    problem = None
    results = ()
    table = ""

    def __call__(self):
        if self.application is None:
            raise NotFound(str(self.number))
        return super().__call__()

    @property
    def application(self):
        return funding_of(self.context).applications.get(self.number or 0)

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@auftraege-einlesen/{self.number}"

    @property
    def leave_url(self):
        return f"{address(self.context, self.application)}#auftraege"

    def post(self):
        is_trial = not self.field("confirmed")
        try:
            rows = self.uploaded() if is_trial else self.sent()
            self.results = importing.enter(self.context, self.number, rows, is_trial)
        except FieldError as refused:
            self.problem = refused.args[0]
        except operations.Wrong as wrong:
            self.problem = next(iter(wrong.errors.values()))
        except reading.Unreadable:
            self.problem = UNREADABLE
        if self.problem is None and not is_trial and not self.refused():
            message = _(
                "message_orders_imported",
                default="Orders entered: ${n}.",
                mapping={"n": len(self.results)},
            )
            return self.lead_to(self.leave_url, message)
        if self.problem is not None or self.refused():
            self.request.response.setStatus(400)
        else:
            self.table = json.dumps([[row.line, row.cells] for row in rows], ensure_ascii=False)
        return self.template()

    def uploaded(self):
        upload = self.request.form.get("file")
        if not isinstance(upload, FileUpload) or not upload.filename:
            raise FieldError(_("import_file_missing", default="Please choose a file."))
        return reading.rows_of(upload.read(reading.MOST_BYTES + 1))

    def sent(self):
        """Return the rows that were looked at; they are looked at again."""
        text = self.field("table")
        try:
            if len(text) > LONGEST:
                raise ValueError(len(text))
            return [
                reading.Row(int(line), tuple(map(str, cells))) for line, cells in json.loads(text)
            ]
        except (TypeError, ValueError, RecursionError) as error:
            raise FieldError(UNREADABLE) from error

    def refused(self):
        return [one for one in self.results if one.problem is not None]

    def lines(self):
        return [{"line": one.line, "problem": one.problem} for one in self.results]

    def heads(self):
        return importing.HEADS


UNREADABLE = _(
    "import_unreadable",
    default="This file cannot be read as a table. Please save it as CSV or XLSX.",
)
#: Longest text of a table that comes back from the page.
LONGEST = 1_000_000
