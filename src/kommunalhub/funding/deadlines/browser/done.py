"""@@frist/<application>/<deadline>: say when a deadline was met, or take that back."""

from kommunalhub import _
from kommunalhub.core.amounts import is_past_day
from kommunalhub.core.forms.page import HubFormPage
from kommunalhub.core.forms.shell import HubForm
from kommunalhub.funding.applications.storage import application_of
from kommunalhub.funding.applications.typed import Wrong
from kommunalhub.funding.deadlines import operations
from kommunalhub.funding.deadlines import said
from kommunalhub.funding.deadlines.asked import today
from kommunalhub.funding.deadlines.listing import anchor
from kommunalhub.funding.deadlines.storage import chains_of
from plone import api
from z3c.form import button
from z3c.form.field import Fields
from z3c.form.form import Form
from zExceptions import NotFound
from zope import schema
from zope.interface import implementer
from zope.interface import Interface
from zope.publisher.interfaces import IPublishTraverse


class IDone(Interface):
    """When and how a deadline was met."""

    day = schema.Date(title=_("label_deadline_done_day", default="Done on"), constraint=is_past_day)
    remark = schema.Text(
        title=_("label_deadline_remark", default="Remark"),
        description=_("help_deadline_remark", default="For example how it was sent, and to whom."),
        required=False,
        max_length=operations.MAX_REMARK,
    )


class DoneForm(HubForm, Form):
    """The form; entry: the deadline, number: of its application."""

    fields = Fields(IDone)
    #: Nobody holds what is written here.
    locked_by = None
    label = _("heading_deadline_done", default="Report a deadline as done")
    number, entry = None, None

    @property
    def description(self):
        return said.title(self.entry["kind"], self.entry["text"])

    @property
    def leave_url(self):
        url = f"{self.context.absolute_url()}/@@antrag/{self.number}"
        return f"{url}#frist-{anchor(self.entry['key'])}"

    def getContent(self):
        done = self.entry["done"] or {"day": today(), "remark": ""}
        return {"day": done["day"], "remark": done["remark"]}

    @button.buttonAndHandler(_("button_deadline_done", default="Report as done"), name="save")
    def handle_save(self, action):
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        try:
            operations.mark_done(self.context, self.number, self.entry["key"], data)
        except Wrong as wrong:
            self.show_errors(wrong.errors)
            return
        self._leave(_("message_deadline_done", default="It is noted that this was done."))

    @button.buttonAndHandler(
        _("button_deadline_undone", default="It is not done yet"),
        name="undone",
        condition=lambda form: bool(form.entry["done"] and form.entry["done"]["kept"]),
    )
    def handle_undone(self, action):
        operations.mark_undone(self.context, self.number, self.entry["key"])
        self._leave(_("message_deadline_undone", default="This is to be done again."))

    def _leave(self, message):
        api.portal.show_message(message, self.request)
        self.request.response.redirect(self.leave_url)


@implementer(IPublishTraverse)
class DonePage(HubFormPage):
    """The page; which deadline is meant stands in its address."""

    form = DoneForm
    path = ()

    def publishTraverse(self, request, name):
        if len(self.path) >= 2 or len(name) > 200:
            raise NotFound(name)
        self.path = (*self.path, name)
        return self

    def update(self):
        number, entry = self._found()
        self.form_instance.number, self.form_instance.entry = number, entry
        super().update()

    def _found(self):
        number = self.path[0] if self.path else ""
        if len(self.path) == 2 and number.isdecimal() and len(number) < 10:
            for key, entry in chains_of(self.context).of(int(number)).items():
                if anchor(key) == self.path[1] and operations.may_be_done(entry):
                    return int(number), entry
        raise NotFound("/".join(self.path))

    def trail(self):
        number = self.form_instance.number
        application = application_of(self.context, number)
        url = f"{self.context.absolute_url()}/@@antrag/{number}"
        return [*super().trail(), {"title": application.programme_title, "url": url}]
