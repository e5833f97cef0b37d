"""The forms of applications; what operations refuse stands at its field."""

from kommunalhub import _
from kommunalhub.core.forms.page import HubFormPage
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.forms.shell import HubForm
from kommunalhub.core.restapi.paths import NumberInPath
from kommunalhub.funding.applications import operations
from kommunalhub.funding.applications.browser.schemas import IFacts
from kommunalhub.funding.applications.browser.schemas import INewApplication
from kommunalhub.funding.applications.browser.section import address
from kommunalhub.funding.applications.storage import application_of
from kommunalhub.funding.applications.typed import Wrong
from plone import api
from z3c.form import button
from z3c.form.field import Fields
from z3c.form.form import Form
from zExceptions import NotFound


class FundingForm(HubForm, Form):
    """What the forms share; `act` does what is asked for and returns (address, message)."""

    ignoreContext = True
    once = True
    #: The application that the form is about, None for one about the case.
    application = None

    @property
    def leave_url(self):
        if self.application is None:
            return f"{self.context.absolute_url()}#antraege"
        return address(self.context, self.application)

    def act(self, data):
        raise NotImplementedError

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


class ApplicationFormPage(NumberInPath, HubFormPage):
    """The page of a form about one application, whose number stands in its address."""

    def update(self):
        try:
            self.form_instance.application = application_of(self.context, self.number)
        except (KeyError, TypeError) as error:
            raise NotFound(str(self.number)) from error
        super().update()

    def trail(self):
        way = super().trail()
        application = self.form_instance.application
        url = address(self.context, application)
        return [*way, {"title": application.programme_title, "url": url}]


AddApplicationPage = page_of(AddApplication)
