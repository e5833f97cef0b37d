"""The forms of De-minimis aid; what operations refuse stands at its field."""

from kommunalhub import _
from kommunalhub.core.forms.acting import ActingForm
from kommunalhub.core.forms.page import HubFormPage
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.funding.deminimis import operations
from kommunalhub.funding.deminimis import said
from kommunalhub.funding.deminimis.interfaces import IAid
from kommunalhub.funding.deminimis.interfaces import ILink
from kommunalhub.funding.deminimis.interfaces import IUndertaking
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.operations import partners_of
from z3c.form.browser.checkbox import SingleCheckBoxFieldWidget
from z3c.form.field import Fields
from z3c.form.form import Form
from zExceptions import NotFound


class LedgerForm(ActingForm, Form):
    """What the forms share."""

    refusals = (operations.Wrong, operations.TooMuch)
    number = None

    @property
    def list_url(self):
        return f"{self.context.absolute_url()}/@@de-minimis"

    def ledger_url(self, number):
        return f"{self.list_url}/{number}"

    @property
    def leave_url(self):
        return self.list_url if self.number is None else self.ledger_url(self.number)

    def errors_of(self, refusal):
        if isinstance(refusal, operations.TooMuch):
            return {"amount": said.too_much(refusal.verdict)}
        return refusal.errors


class AddUndertaking(LedgerForm):
    """@@add-undertaking."""

    fields = Fields(IUndertaking)
    fields["public"].widgetFactory = SingleCheckBoxFieldWidget
    label = _("heading_add_undertaking", default="Enter an undertaking")

    def act(self, data):
        number = operations.add(data["name"], data["address"] or "", data["public"])
        message = _("message_undertaking_added", default="The undertaking is entered.")
        return self.ledger_url(number), message


class GrantAid(LedgerForm):
    """@@grant-de-minimis/<number>."""

    fields = Fields(IAid)
    fields["declared"].widgetFactory = SingleCheckBoxFieldWidget
    label = _("heading_grant_aid", default="Enter De-minimis aid")
    description = _(
        "grant_aid_about",
        default="It is checked against all that this undertaking and those linked to it were "
        "granted in the three years before.",
    )

    def updateWidgets(self, prefix=None):
        super().updateWidgets(prefix)
        own = partners_of()
        if self.request.method == "GET" and len(own) == 1:
            self.widgets["authority"].value = get_partner(own[0]).title

    def act(self, data):
        operations.grant(self.number, data)
        message = _("message_aid_entered", default="The aid is entered; it keeps to the ceiling.")
        return self.ledger_url(self.number), message


class LinkUndertakings(LedgerForm):
    """@@link-undertakings/<number>."""

    fields = Fields(ILink)
    label = _("heading_link_undertakings", default="Enter a link between undertakings")

    def act(self, data):
        operations.link(self.number, data["other"])
        message = _(
            "message_undertakings_linked", default="The two count as one single undertaking now."
        )
        return self.ledger_url(self.number), message


class LedgerPage(NumberInPath, HubFormPage):
    """The page of a form about one undertaking, whose number stands in its address."""

    def update(self):
        try:
            operations.ledger_of(self.number)
        except KeyError as error:
            raise NotFound(str(self.number)) from error
        self.form_instance.number = self.number
        super().update()


AddUndertakingPage = page_of(AddUndertaking)
GrantAidPage = page_of(GrantAid, LedgerPage)
LinkUndertakingsPage = page_of(LinkUndertakings, LedgerPage)
