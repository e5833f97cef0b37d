"""The forms of pages, news and events: those of the house, without what no page shows.

Plone's widgets for related items and keywords weigh as much as half of the form, and nothing can be
chosen with them where scripts are off.
"""

from copy import copy
from DateTime import DateTime
from kommunalhub import _
from kommunalhub.approvals.timing import form as timing
from kommunalhub.approvals.timing import rules
from kommunalhub.approvals.timing.operations import set_dates
from kommunalhub.core.formatting import BERLIN
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from z3c.form.browser.select import SelectFieldWidget
from z3c.form.browser.textlines import TextLinesFieldWidget
from z3c.form.interfaces import INPUT_MODE


#: What no page of ours shows; over REST all of it is there.
LEFT_OUT = (
    "IRelatedItems.relatedItems",
    "IDublinCore.creators",
    "IDublinCore.contributors",
    "IDublinCore.rights",
    "IVersionable.versioning_enabled",
)
#: Plain widgets in place of such with scripts of their own.
WIDGETS = {
    "IDublinCore.subjects": TextLinesFieldWidget,
    "IDublinCore.language": SelectFieldWidget,
}
#: What fields say here, {name: (title, description)}.
WORDS = {
    "IDublinCore.subjects": (
        _("label_page_keywords", default="Keywords"),
        _("help_page_keywords", default="One on each line."),
    ),
    "IDublinCore.effective": (
        timing.LABELS[rules.BEGIN],
        _(
            "help_page_begin",
            default="As you wish; who releases the page decides. Empty: at once.",
        ),
    ),
    "IDublinCore.expires": (timing.LABELS[rules.END], timing.HELP[rules.END]),
}
TEASER = {
    "IDublinCore.description": (
        _("label_news_teaser", default="Teaser"),
        _(
            "help_news_teaser",
            default="One or two sentences. Lists, feeds and shared links show them.",
        ),
    ),
}
#: Parts of Plone's: below those of the house.
PLONES = ("dates", "categorization", "ownership", "settings")


class Lean:
    """First base of such a form."""

    default_fieldset_label = _("fieldset_page", default="Title and text")

    def updateFields(self):
        super().updateFields()
        words = WORDS | (TEASER if self.portal_type == "News Item" else {})
        for part in (self, *self.groups):
            part.fields = part.fields.omit(*LEFT_OUT)
            for name in part.fields:
                field = part.fields[name]
                if name in WIDGETS:
                    field.widgetFactory[INPUT_MODE] = WIDGETS[name]
                if name in words:
                    field.field = copy(field.field)
                    field.field.title, field.field.description = words[name]
        self.groups = sorted(self.groups, key=_place)

    def create(self, data):
        made = super().create(data)
        for name, moment in typed_times(data).items():
            # it is not in the catalog yet, so nothing is told to it
            SETTERS[name](made, DateTime(moment))
        return made

    def applyChanges(self, data):
        changes = super().applyChanges(data)
        times = typed_times(data)
        if changes and times:
            set_dates(self.getContent(), times)
        return changes


SETTERS = {
    rules.BEGIN: lambda page, moment: page.setEffectiveDate(moment),
    rules.END: lambda page, moment: page.setExpirationDate(moment),
}
TIMES = {rules.BEGIN: "IDublinCore.effective", rules.END: "IDublinCore.expires"}


def typed_times(data):
    """Return {name: moment} of what was typed, by the hub's clock: Plone takes the server's."""
    typed = {name: data.get(field) for name, field in TIMES.items()}
    return {name: moment.replace(tzinfo=BERLIN) for name, moment in typed.items() if moment}


def _place(group):
    """Return a number by which parts stand: the picture first, Plone's last."""
    return (group.__name__ in PLONES) - (group.__name__ == "picture")


class PageAddForm(Lean, HubAddForm):
    """Adds one."""

    what_next = (
        _(
            "next_page_draft",
            default="It is saved as a draft. Nobody but those who write for your administration "
            "sees it.",
        ),
        _(
            "next_page_check",
            default="On its page you look at it as others will, have it checked, and hand it in.",
        ),
        _(
            "next_page_release",
            default="Somebody else releases it: at once, or for a time that you agree on.",
        ),
    )


class PageAddView(HubAddPage):
    """Its page."""

    form = PageAddForm
