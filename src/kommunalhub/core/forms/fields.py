"""What a form shows of each field: name, hint, error and control, tied together by ids.

The template `fields.pt` draws a Field and knows nothing of widgets; a form may hand it objects of
its own that have the same attributes.
"""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.forms.choices import Choices
from kommunalhub.core.forms.files import FileState
from kommunalhub.core.forms.interfaces import IRowsWidget
from plone.app.z3cform.interfaces import IDatetimeWidget
from plone.app.z3cform.interfaces import IDateWidget
from plone.app.z3cform.interfaces import IEmailWidget
from plone.app.z3cform.interfaces import IPasswordWidget
from plone.app.z3cform.interfaces import IRichTextWidget
from plone.app.z3cform.interfaces import ISelect2Widget
from plone.app.z3cform.interfaces import ITimeWidget
from plone.formwidget.namedfile.interfaces import INamedFileWidget
from z3c.form.interfaces import DISPLAY_MODE
from z3c.form.interfaces import HIDDEN_MODE
from z3c.form.interfaces import ICheckBoxWidget
from z3c.form.interfaces import IRadioWidget
from z3c.form.interfaces import ISelectWidget
from z3c.form.interfaces import ISingleCheckBoxWidget
from z3c.form.interfaces import ITextAreaWidget
from z3c.form.interfaces import ITextLinesWidget
from z3c.form.interfaces import ITextWidget
from zope.i18n import translate
from zope.schema.interfaces import IDecimal
from zope.schema.interfaces import IInt
from zope.schema.interfaces import RequiredMissing


#: Kinds of widgets and the control that stands for each; the first that fits. What none fits
#: (`raw`) is drawn by its own template and needs Plone's scripts.
CONTROLS = (
    (IRowsWidget, "rows"),
    (IRichTextWidget, "rich"),
    (INamedFileWidget, "file"),
    (ISingleCheckBoxWidget, "check"),
    (ICheckBoxWidget, "checks"),
    (IRadioWidget, "radios"),
    (ISelect2Widget, "raw"),
    (ISelectWidget, "select"),
    (ITextAreaWidget, "textarea"),
    (ITextLinesWidget, "textarea"),
    (IDateWidget, "input"),
    (IDatetimeWidget, "input"),
    (ITimeWidget, "input"),
    (IEmailWidget, "input"),
    (IPasswordWidget, "input"),
)
TYPES = (
    (IDatetimeWidget, "datetime-local"),
    (IDateWidget, "date"),
    (ITimeWidget, "time"),
    (IEmailWidget, "email"),
    (IPasswordWidget, "password"),
)
#: What a token of `autocomplete` says about the keyboard of a phone.
TYPED_AS = {"tel": "tel", "email": "email", "url": "url"}
#: Controls that consist of several: they have a legend, not a label.
GROUPS = frozenset({"radios", "checks", "rows"})
#: Controls that need Plone's scripts.
PLONES = frozenset({"rich", "raw"})
SHORT = frozenset({"date", "time", "datetime-local", "tel", "email", "color"})
ROWS = 5
#: What to do about an empty field, by control.
MISSING_TEXT = _("error_fill_in", default="Please fill this in.")
MISSING = {
    **dict.fromkeys(("radios", "checks", "select"), _("error_choose", default="Please choose.")),
    "file": _("error_choose_file", default="Please choose a file."),
}


def control_of(widget):
    """Return the control that stands for a widget."""
    for kind, control in CONTROLS:
        if kind.providedBy(widget):
            return control
    # widgets with patterns of Plone's are texts too, and useless without their script
    plain = ITextWidget.providedBy(widget) and not getattr(widget, "pattern", None)
    return "input" if plain else "raw"


class Field:
    """One field of a form.

    A widget may carry hints of its schema (`directives.widget(name, autocomplete="tel")`):
    `autocomplete` a token of WCAG 1.3.5, `input_type` a type of HTML, `rows` of a long text,
    `link` a function that returns {title, url} of a page that belongs to the hint,
    `keep_order` whether a long list keeps its order, `offers` a function that returns texts which
    may be chosen instead of typing one, `after` HTML behind a field of one line.
    """

    def __init__(self, widget, request):
        self.widget = widget
        self.request = request
        self.id = widget.id
        self.name = widget.name
        self.hidden = widget.mode == HIDDEN_MODE
        self.shown = widget.mode == DISPLAY_MODE
        self.control = control_of(widget)

    @property
    def label(self):
        return self.widget.field.title

    @property
    def help(self):
        return self.widget.field.description or None

    @property
    def link(self):
        """Return {title, url} of a page that belongs to the hint, or None."""
        link = getattr(self.widget, "link", None)
        return link() if callable(link) else link

    @property
    def required(self):
        return bool(self.widget.required)

    @cached_property
    def error(self):
        """Return the sentence that says what is wrong, or None."""
        error = getattr(self.widget, "error", None)
        if not error:
            return None
        missing = isinstance(getattr(error, "error", None), RequiredMissing)
        text = MISSING.get(self.control, MISSING_TEXT) if missing else error.message
        return translate(text, context=self.request)

    @property
    def help_id(self):
        return f"{self.id}-help"

    @property
    def error_id(self):
        return f"{self.id}-error"

    @property
    def described_by(self):
        """Return the ids of what describes the control, the error first; None for nothing."""
        ids = [self.error_id] * bool(self.error) + [self.help_id] * bool(self.help or self.link)
        return " ".join(ids) or None

    @property
    def is_group(self):
        if self.control == "file":
            return bool(self.file.options)
        return self.control in GROUPS

    @property
    def role(self):
        """Return the role of a group; only one of choices that exclude each other is required."""
        return "radiogroup" if self.control == "radios" else None

    @property
    def type(self):
        given = getattr(self.widget, "input_type", None)
        if given:
            return given
        for kind, name in TYPES:
            if kind.providedBy(self.widget):
                return name
        return TYPED_AS.get(self.autocomplete, "text")

    @property
    def autocomplete(self):
        return getattr(self.widget, "autocomplete", None)

    @cached_property
    def offers(self):
        """Return the texts that a field of one line offers; anything else may be typed as well."""
        offers = getattr(self.widget, "offers", None)
        return list(offers()) if self.control == "input" and offers is not None else []

    @property
    def after(self):
        """Return HTML that stands after a field of one line, such as a script of its own."""
        return getattr(self.widget, "after", "") if self.control == "input" else ""

    @property
    def offers_id(self):
        return f"{self.id}-offers" if self.offers else None

    @property
    def inputmode(self):
        if self.type != "text":
            return None
        if IInt.providedBy(self.widget.field):
            return "numeric"
        return "decimal" if IDecimal.providedBy(self.widget.field) else None

    @property
    def max_length(self):
        return getattr(self.widget.field, "max_length", None)

    @property
    def rows(self):
        return getattr(self.widget, "rows", None) or ROWS

    @property
    def value(self):
        return self.widget.value or ""

    @property
    def short(self):
        """Return whether two of its kind have room beside each other."""
        return self.control == "select" or (
            self.control == "input" and (self.type in SHORT or self.inputmode is not None)
        )

    @cached_property
    def choices(self):
        return Choices(self.widget, self.request)

    @cached_property
    def file(self):
        return FileState(self.widget, self.request)

    @property
    def target(self):
        """Return the id that the summary of errors leads to: what can be typed in or chosen."""
        if self.control == "rows":
            return self.widget.first_id
        if self.control in GROUPS:
            return self.choices.first_id or self.id
        if self.control == "check":
            return self.check["id"]
        if self.control == "file":
            return self.file.input_id
        return self.id

    @cached_property
    def check(self):
        """Return the only box of a yes-or-no field."""
        return next(iter(self.widget.items))

    @property
    def raw(self):
        """Return what the widget draws itself, with hint and error tied to it."""
        if self.control == "rich":
            # The editor takes the place of what the label points to, and bears these words.
            parts = [self.label, self.help, self.error]
            words = " ".join(translate(part, context=self.request) for part in parts if part)
            named = {"iframe_aria_text": words, "iframe_attrs": {"title": words}}
            self.widget.pattern_options = {"tiny": named}
        ties = {name: value for name, value in self._ties().items() if value is not None}
        self.widget.attributes.update(ties)  # the widget keeps this very dict
        return self.widget.render()

    def _ties(self):
        return {
            "aria-describedby": self.described_by,
            "aria-invalid": "true" if self.error else None,
            "aria-required": "true" if self.required else None,
        }
