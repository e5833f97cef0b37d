"""The forms for a workshop: one page without tabs; the trainer says whose workshop it is."""

from copy import copy
from kommunalhub import _
from kommunalhub.approvals.browser.addform import CaseAddForm
from kommunalhub.approvals.browser.addform import CaseAddView
from kommunalhub.core.formatting import BERLIN
from kommunalhub.core.forms.dexterity import edit_page_of
from kommunalhub.core.forms.dexterity import HubEditForm
from kommunalhub.core.validation import FieldError
from kommunalhub.workshops import rooms
from kommunalhub.workshops import typed
from kommunalhub.workshops.interfaces import IWorkshop
from z3c.form.browser.radio import RadioFieldWidget
from z3c.form.interfaces import IErrorViewSnippet
from zope.component import getMultiAdapter


PARTNER = "IPartnered.partner"
#: Of plone.app.event: a workshop has dates with a beginning and an end.
LEFT_OUT = ("IEventBasic.whole_day", "IEventBasic.open_end", "IEventBasic.sync_uid")
START, END = "IEventBasic.start", "IEventBasic.end"


class WorkshopForm:
    """What adding and editing have in common."""

    default_fieldset_label = _("fieldset_workshop_what", default="What it is")

    def updateFieldsFromSchemata(self):
        super().updateFieldsFromSchemata()
        self.fields = self.fields.omit(*LEFT_OUT)
        if PARTNER in self.fields:
            field = copy(self.fields[PARTNER].field)
            field.defaultFactory = field.default = None
            self.fields[PARTNER].field = field
            self.fields[PARTNER].widgetFactory = RadioFieldWidget

    def extractData(self, setErrors=True):
        data, errors = super().extractData(setErrors)
        if not errors and data.get("space"):
            first = typed.Session(data[START], data[END])
            more = typed.sessions_in(data.get("more_sessions"), BERLIN)
            sessions = [first, *(one for one in more if not one.place)]
            message = rooms.problem(data["space"], rooms.spans_of(sessions), self.own_bookings())
            if message is not None:
                errors = (*errors, self.say_at("space", FieldError(message, "space")))
        return data, errors

    def own_bookings(self):
        """Return the ids of what is booked for this workshop already."""
        if not IWorkshop.providedBy(self.context):
            return ()
        return {one.id for _space, one in rooms.bookings_of(self.context)}

    def say_at(self, name, error):
        """Show an error at a field, in whatever part of the form it stands; return its view."""
        parts = (self, *self.groups)
        [(part, widget)] = [
            (part, widget)
            for part in parts
            for widget in part.widgets.values()
            if widget.field.__name__ == name
        ]
        view = getMultiAdapter(
            (error, self.request, widget, widget.field, part, self.getContent()),
            IErrorViewSnippet,
        )
        view.update()
        widget.error = view
        return view


class WorkshopAddForm(WorkshopForm, CaseAddForm):
    """Asks for a new workshop; its page then says what comes next."""

    portal_type = "Workshop"
    label = _("heading_add_workshop", default="Plan a workshop")
    description = _(
        "heading_add_workshop_about",
        default="Save a draft if you want to look at it first, or submit it at once.",
    )
    what_next = (
        _("next_workshop_reviewed", default="The reviewers of the administration look at it."),
        _("next_workshop_open", default="Once it is published, people can register."),
        _(
            "next_workshop_list",
            default="You see on its page who comes and who waits, and can write to all of them.",
        ),
    )
    saved_message = _(
        "message_workshop_added",
        default="The draft is saved. Please look at it and then submit it.",
    )
    submitted_message = _(
        "message_workshop_submitted",
        default="The workshop is submitted. The reviewers of the administration publish it.",
    )


class WorkshopAddView(CaseAddView):
    """The page of the add form."""

    form = WorkshopAddForm


class WorkshopEditForm(WorkshopForm, HubEditForm):
    """Changes a workshop, also once people have registered."""

    label = _("heading_edit_workshop", default="Edit the workshop")
    description = _(
        "heading_edit_workshop_about",
        default="If you change date or place of a published workshop, everybody who registered is "
        "told by mail.",
    )
    success_message = _("message_changes_saved", default="The changes are saved.")


WorkshopEditView = edit_page_of(WorkshopEditForm)
