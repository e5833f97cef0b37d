"""The forms for who has no account: the fields of an application, and a trap for programs."""

from kommunalhub import _
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.core import asking
from kommunalhub.core.forms.shell import HubForm
from kommunalhub.coworking.interfaces import ICoworkingApplication
from kommunalhub.coworking.outside import operations
from kommunalhub.coworking.outside.acts import ACTS
from kommunalhub.notices.delivery import settings_of
from kommunalhub.security.guests import operations as guests
from kommunalhub.security.guests import session
from kommunalhub.security.guests.browser.forms import GuestFormPage
from kommunalhub.security.guests.browser.forms import LinkForm
from plone import api
from plone.autoform.form import AutoExtensibleForm
from z3c.form import button
from z3c.form.form import Form
from z3c.form.group import GroupForm
from zExceptions import NotFound
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


APPLICANT = _("fieldset_coworking_applicant", default="Applicant")
#: What reviewers add, or what comes by itself.
LEFT_OUT = ("equipment", "title")


class OutsideForm(HubForm, AutoExtensibleForm, GroupForm, Form):
    """What applying and changing share."""

    schema = ICoworkingApplication
    default_fieldset_label = APPLICANT
    ignoreContext = True
    #: Fields that are left out; of the address only that which was confirmed counts.
    left_out = LEFT_OUT

    def updateFieldsFromSchemata(self):
        super().updateFieldsFromSchemata()
        self.fields = self.fields.omit(*self.left_out)
        for group in self.groups:
            group.fields = group.fields.omit(*self.left_out)


class ApplyForm(LinkForm, OutsideForm):
    """Keeps what was typed until its address is confirmed."""

    label = _("heading_add_application", default="Apply for a workplace")
    description = _(
        "apply_without_about",
        default="You need no account. We send you a mail with a link; your application reaches us "
        "when you follow it.",
    )
    full = _(
        "error_apply_full",
        default="At present there is a rush. Please try again tomorrow.",
    )
    what_next = (
        _("next_apply_link", default="We send you a link. Please confirm your application by it."),
        _(
            "next_apply_decided",
            default="The host and the operator of the hub decide within a few working days.",
        ),
        _(
            "next_apply_follow",
            default="By your link you follow where it stands, answer questions and book.",
        ),
    )

    def ask(self, values):
        operations.ask(self.request, values)

    @button.buttonAndHandler(_("button_apply", default="Send the application"), name="send")
    def send(self, action):
        self.send_link()


class GuestPage(GuestFormPage):
    """A page of a form for who has no account."""

    sent_about = _(
        "apply_sent",
        default="If the address ${email} is right, a mail with a link arrives there in a moment. "
        "Only when you have followed it, your application reaches us. Without that, what you typed "
        "is deleted after ${days} days.",
    )
    back_title = _("action_to_coworking", default="Back to co-working")


class ApplyPage(GuestPage):
    """@@antrag-ohne-konto."""

    form = ApplyForm

    def __call__(self):
        if not asking.is_anonymous():
            url = f"{api.portal.get().absolute_url()}/@@arbeitsplatz-beantragen"
            return self.request.response.redirect(url)
        if settings_of(api.portal.get()) is None:
            raise NotFound(self.__name__)  # no mail can be sent
        return super().__call__()


class ChangeForm(OutsideForm):
    """Changes an application that was returned, and hands it in again."""

    label = _("heading_edit_application", default="Edit the application")
    description = None
    ignoreContext = False
    primary = "send"
    left_out = (*LEFT_OUT, "contact_email")

    def getContent(self):
        return self.context

    @button.buttonAndHandler(_("button_apply_again", default="Save and send again"), name="send")
    def send(self, action):
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            self.request.response.setStatus(400)
            return
        changed = [name for name, value in data.items() if getattr(self.context, name) != value]
        for name in changed:
            setattr(self.context, name, data[name])
        if changed:
            notify(ObjectModifiedEvent(self.context, Attributes(self.schema, *changed)))
            self.context.reindexObject()
        try:
            ACTS["submit"](self.context, {})
        except ApprovalError as error:
            self.status = error.args[0]
            self.request.response.setStatus(400)
            return
        message = _("message_apply_again", default="Your application is sent again.")
        api.portal.show_message(message, self.request)
        self.request.response.redirect(own_url(), status=303)


class ChangePage(GuestPage):
    """@@mein-antrag-aendern: the form acts as the guest, the page around it is everybody's."""

    form = ChangeForm

    def update(self):
        guest_id = session.guest_of(self.request)
        case = operations.case_of(guest_id) if guest_id is not None else None
        if case is None:
            self.request.response.redirect(own_url(), status=303)
            return
        with guests.acting(guest_id):
            if not asking.may("Modify portal content", case):
                self.request.response.redirect(own_url(), status=303)
                return
            self.form_instance = self.form(case, self.request)
            self.form_instance.__name__ = self.__name__
            super().update()


def own_url():
    """Return the address of the page of one's application."""
    return f"{api.portal.get().absolute_url()}/{operations.PAGE}"
