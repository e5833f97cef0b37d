"""The forms of applications; what operations refuse stands at its field."""

from copy import copy
from kommunalhub import _
from kommunalhub.core.forms.page import HubFormPage
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.forms.shell import HubForm
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.funding.applications import operations
from kommunalhub.funding.applications import rules
from kommunalhub.funding.applications import said
from kommunalhub.funding.applications import titles
from kommunalhub.funding.applications.browser.schemas import IEarlyStart
from kommunalhub.funding.applications.browser.schemas import IFacts
from kommunalhub.funding.applications.browser.schemas import INewApplication
from kommunalhub.funding.applications.browser.schemas import IStep
from kommunalhub.funding.applications.browser.schemas import listed
from kommunalhub.funding.applications.browser.section import address
from kommunalhub.funding.applications.storage import application_of
from kommunalhub.funding.applications.typed import today
from kommunalhub.funding.applications.typed import Wrong
from plone import api
from z3c.form import button
from z3c.form.browser.checkbox import SingleCheckBoxFieldWidget
from z3c.form.field import Fields
from z3c.form.form import Form
from z3c.form.group import GroupForm
from zExceptions import NotFound


class FundingForm(HubForm, GroupForm, Form):
    """What the forms share; `act` does what is asked for and returns (address, message)."""

    ignoreContext = True
    once = True
    textblocks = "funding"
    #: The application that the form is about, None for one about the case.
    application = None

    @property
    def leave_url(self):
        if self.application is None:
            return f"{self.context.absolute_url()}#antraege"
        return address(self.context, self.application)

    def act(self, data):
        raise NotImplementedError

    def stop(self, stopped):
        """Show why an order is too early; only the form of orders can meet it."""
        raise stopped

    @button.buttonAndHandler(_("button_save", default="Save"), name="save")
    def handle_save(self, action):
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        try:
            url, message = self.act(data)
        except Wrong as wrong:
            self.show_errors(wrong.errors)
            return
        except operations.Stopped as stopped:
            self.stop(stopped)
            return
        api.portal.show_message(message, self.request)
        self.finished(url, self.label)
        self.request.response.redirect(url)


class AddApplication(FundingForm):
    """@@antrag-anlegen."""

    fields = Fields(INewApplication, IFacts)
    label = _("heading_add_funding_application", default="Add an application")
    description = _(
        "add_application_about",
        default="One application goes to one funder. It has its own way from the sketch to the "
        "notice.",
    )

    def act(self, data):
        made = operations.add_application(self.context, data)
        message = _("message_funding_application_added", default="The application is added.")
        return address(self.context, made), message


class AboutApplication(FundingForm):
    """A form about one application."""

    @property
    def path(self):
        """What the form is known by: the same said of two applications is not said twice."""
        return f"{super().path}/{self.application.number}"

    def stays(self, message):
        return address(self.context, self.application), message


class ChangeApplication(AboutApplication):
    """@@antrag-aendern/<number>."""

    fields = Fields(IFacts)
    label = _("heading_change_funding_application", default="What is applied for")

    def updateWidgets(self, prefix=None):
        self.ignoreContext = False
        super().updateWidgets(prefix)

    def getContent(self):
        return {name: getattr(self.application, name) for name in IFacts.names()}

    def act(self, data):
        operations.change_application(self.context, self.application.number, data)
        return self.stays(_("message_funding_application_changed", default="It is saved."))


class WhatFollows(AboutApplication):
    """A form that offers only what may follow in the state of the application."""

    def update(self):
        # Not in updateFields: z3c.form's plain forms never call it.
        self.fields = self.following()
        super().update()

    def following(self):
        """Return the fields of the form."""
        raise NotImplementedError


class TakeStep(WhatFollows):
    """@@antrag-schritt/<number>."""

    label = _("heading_application_step", default="Where the application stands")

    def following(self):
        states = rules.by_hand(self.application.state)
        state = copy(IStep["state"])
        state.vocabulary = listed({token: titles.STATES[token] for token in states})
        missing = rules.FILED in states and rules.missing_documents(self.application.checklist)
        names = ("day", "comment", "anyway") if missing else ("day", "comment")
        fields = Fields(state) + Fields(IStep).select(*names)
        if missing:
            fields["anyway"].widgetFactory = SingleCheckBoxFieldWidget
        return fields

    @property
    def description(self):
        missing = rules.missing_documents(self.application.checklist)
        if not missing or rules.FILED not in rules.by_hand(self.application.state):
            return said.next_step(self.application)
        return _(
            "step_missing_about",
            default="Before you file it: these documents are still missing: ${titles}.",
            mapping={"titles": ", ".join(row["title"] for row in missing)},
        )

    def updateWidgets(self, prefix=None):
        super().updateWidgets(prefix)
        if self.request.method == "GET" and self.typed is None:
            self.widgets["day"].value = today().isoformat()

    def act(self, data):
        operations.take_step(self.context, self.application.number, data)
        return self.stays(_("message_application_step", default="The step is noted."))


class EarlyStart(WhatFollows):
    """@@vorzeitiger-beginn/<number>."""

    label = _("heading_early_start", default="Early start of the project")
    description = _(
        "early_start_about",
        default="Before it is approved nothing may be ordered. The approval is no claim to the "
        "grant, and it does not reach back: what was ordered before stays ordered too early.",
    )

    def following(self):
        states = rules.EARLY_STEPS[self.application.early_start["state"]]
        state = copy(IEarlyStart["state"])
        state.vocabulary = listed({token: titles.EARLY[token] for token in states})
        return Fields(state) + Fields(IEarlyStart).omit("state")

    def act(self, data):
        operations.decide_early_start(self.context, self.application.number, data)
        return self.stays(_("message_early_start", default="The early start is noted."))


class ApplicationFormPage(NumberInPath, HubFormPage):
    """The page of a form about one application, whose number stands in its address."""

    def update(self):
        try:
            self.form_instance.application = application_of(self.context, self.number)
        except (KeyError, TypeError) as error:
            raise NotFound(str(self.number)) from error
        self.about()
        super().update()

    def about(self):
        """Say what else the form is about; for pages whose address has more than one number."""

    def trail(self):
        way = super().trail()
        application = self.form_instance.application
        url = address(self.context, application)
        return [*way, {"title": application.programme_title, "url": url}]


AddApplicationPage = page_of(AddApplication)
ChangeApplicationPage = page_of(ChangeApplication, ApplicationFormPage)
TakeStepPage = page_of(TakeStep, ApplicationFormPage)
EarlyStartPage = page_of(EarlyStart, ApplicationFormPage)
