"""The shell of our forms: one form in one page, with a summary of what is wrong.

`HubForm` is the first base of a z3c.form form; its page is a `page.HubFormPage`.
"""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.forms import once
from kommunalhub.core.forms.choices import PREFIX as FILTER_PREFIX
from kommunalhub.core.forms.fields import Field
from kommunalhub.core.forms.fields import PLONES
from kommunalhub.core.forms.files import choose_what_was_sent
from kommunalhub.core.forms.interfaces import IHubForm
from kommunalhub.core.forms.sending import SentOnce
from plone.protect.authenticator import createToken
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.interfaces import IErrorViewSnippet
from zope.component import getMultiAdapter
from zope.component import queryMultiAdapter
from zope.i18n import translate
from zope.interface import implementer
from zope.interface import Invalid
from zope.schema.interfaces import IPassword


@implementer(IHubForm)
class HubForm(SentOnce):
    """A form of ours. What a form may set besides what z3c.form knows:

    once: see sending.SentOnce.
    primary: the button that stands out.
    what_next: sentences (translatable) that say what happens after it was sent.
    trap: name of a field that only programs fill, for forms that are open to everybody.
    leave_url: where to go without saving, for forms without a button for it.
    live: a `live.Live`, what appears beside the form while somebody types.
    preface: HTML that stands above the fields.
    before_sending: HTML to look at before it is sent once more; the form is shown again with it.
    textblocks: the name of a shelf of text blocks, see core/textblocks.
    """

    template = ViewPageTemplateFile("templates/form.pt")
    #: The button that Enter presses where a list has a button of its own: it saves.
    enter_name = "_enter"
    enable_form_tabbing = False
    default_fieldset_label = None
    enableCSRFProtection = True
    primary = "save"
    what_next = ()
    leave_url = None
    live = None
    preface = None
    before_sending = None
    textblocks = None
    trap = None
    formErrorsMessage = _(
        "form_not_saved",
        default="Nothing is saved yet: please look at the fields with a remark.",
    )

    def update(self):
        choose_what_was_sent(self.request.form)
        if self.request.get("REQUEST_METHOD") == "POST":
            if self.request.form.pop(self.enter_name, None):
                self.request.form[f"{self.prefix}buttons.save"] = "1"
            if not self.may_be_sent():
                return
        else:
            self.take_what_was_typed()
        super().update()

    def extractData(self, setErrors=True):
        data, errors = super().extractData(setErrors)
        if not errors:
            once.forget_typed(self.request.form.get(once.TYPED))
        return data, errors

    def show_errors(self, errors):
        """Put sentences of an operation that refused at their fields: {name: sentence}."""
        self.status = self.formErrorsMessage
        parts = (self, *(getattr(self, "groups", None) or ()))
        for name, message in errors.items():
            part = next((part for part in parts if name in part.widgets), self)
            widget = part.widgets[name]
            error = getMultiAdapter(
                (Invalid(message), self.request, widget, widget.field, self, self.context),
                IErrorViewSnippet,
            )
            error.update()
            widget.error = error

    # What the template shows

    @cached_property
    def parts(self):
        """Return the parts of the form: dicts {id, label, description, fields}."""
        found = []
        for number, part in enumerate((self, *(getattr(self, "groups", None) or ()))):
            fields = [Field(widget, self.request) for widget in part.widgets.values()]
            if part is self:
                label, about = self.default_fieldset_label, None
            else:
                label, about = part.label, part.description
            if fields:
                found.append(
                    {
                        "id": f"teil-{number + 1}",
                        "label": label,
                        "description": about,
                        "fields": fields,
                    }
                )
        self.add_parts(found)
        return found

    def add_parts(self, parts):
        """Add fields that are no widgets; for forms that have some."""

    @property
    def labelled_parts(self):
        return [part for part in self.parts if part["label"]]

    def all_fields(self):
        return [field for part in self.parts for field in part["fields"]]

    @property
    def needs_plone(self):
        """Return whether a field needs Plone's scripts: the editor, or a widget unknown to us."""
        return any(field.control in PLONES for field in self.all_fields() if not field.hidden)

    def textblocks_beside(self):
        """Return HTML of text blocks to take from; nothing without a shelf, or a field to fill."""
        written = [field for field in self._fields() if field.control == "textarea"]
        if self.textblocks is None or not written:
            return ""
        beside = getMultiAdapter((self.context, self.request), name="hub-textblocks")
        texts = [field.widget.value for field in written]
        return beside.html(self.textblocks, "form", texts, is_open=True)

    @property
    def requires(self):
        return any(field.required for field in self.all_fields())

    @cached_property
    def problems(self):
        """Return what is wrong, in the order of the page: dicts {label, text, target}."""
        found = [
            {"label": field.label, "text": field.error, "target": field.target}
            for field in self.all_fields()
            if field.error
        ]
        texts = {problem["text"] for problem in found}
        for part in (self, *(getattr(self, "groups", None) or ())):
            for error in part.widgets.errors or ():
                if getattr(error, "widget", None) is None:
                    text = translate(error.message, context=self.request)
                    if text not in texts:
                        texts.add(text)
                        found.append({"label": None, "text": text, "target": None})
        return found

    @property
    def told(self):
        """Return what the form says of itself besides wrong fields, or None."""
        if not self.status or self.status == self.formErrorsMessage:
            return None
        return self.status

    @property
    def token(self):
        return createToken()

    @cached_property
    def slip(self):
        keeps = not any(IPassword.providedBy(field.widget.field) for field in self._fields())
        again = once.slip_in_address(self.request, self.path)
        return again or once.new_slip(self.path, keeps)

    def _fields(self):
        return [field for field in self.all_fields() if hasattr(field, "widget")]

    @property
    def typed_number(self):
        """Return the number of what was typed, to forget it when it is saved."""
        number = self.request.form.get(once.TYPED)
        return number if isinstance(number, str) else None

    @property
    def has_lasting_slip(self):
        """Return whether the address shall carry the slip, for who comes back to the form."""
        return self.once and self.request.get("REQUEST_METHOD") == "GET"

    def hidden(self):
        """Return what the form carries besides its fields, as {name: value}."""
        carried = {
            "_authenticator": self.token,
            once.SLIP: self.slip,
            once.TYPED: self.typed_number,
            once.ASKED: "1" if self.made_before is not None else None,
        }
        return {name: value for name, value in carried.items() if value}

    def buttons_shown(self):
        """Return the buttons: dicts {id, name, title, primary}, as the form names them."""
        return [
            {
                "id": action.id,
                "name": action.name,
                "title": action.title,
                "primary": action.field.__name__ == self.primary,
            }
            for action in self.actions.values()
        ]

    @property
    def filters(self):
        """Return whether a list of choices can be filtered: Enter must not press that button."""
        return any(
            field.control in ("checks", "radios", "select") and field.choices.is_long
            for field in self.all_fields()
        )

    @property
    def is_filtering(self):
        return any(
            name.startswith(FILTER_PREFIX) and value for name, value in self.request.form.items()
        )

    @cached_property
    def locked_by(self):
        """Return the name of who else is changing this, or None."""
        if getattr(self, "ignoreContext", False):
            return None
        info = queryMultiAdapter((self.context, self.request), name="plone_lock_info")
        if info is None or not info.is_locked_for_current_user():
            return None
        return (info.lock_info() or {}).get("fullname") or None
