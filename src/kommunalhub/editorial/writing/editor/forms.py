"""The forms of pages, news and events: those of the house, without what no page shows.

Plone's widgets for related items and keywords weigh as much as half of the form, and nothing can be
chosen with them where scripts are off.
"""

from copy import copy
from kommunalhub import _
from kommunalhub.approvals.timing import form as timing
from kommunalhub.approvals.timing import rules
from kommunalhub.core.forms.dexterity import HubAddForm
from kommunalhub.core.forms.dexterity import HubAddPage
from kommunalhub.editorial.writing.editor.clock import IServersTime
from z3c.form.browser.select import SelectFieldWidget
from z3c.form.browser.textlines import TextLinesFieldWidget
from z3c.form.interfaces import INPUT_MODE
from zope.interface import alsoProvides


#: Behaviours of Plone's that have the same fields: of pages, and of pictures.
OWNERSHIP = ("IDublinCore", "IOwnership")
CATEGORIZATION = ("IDublinCore", "ICategorization")
#: What no page of ours shows; over REST all of it is there.
LEFT_OUT = (
    "IRelatedItems.relatedItems",
    *(f"{kind}.{name}" for kind in OWNERSHIP for name in ("creators", "contributors", "rights")),
    "IVersionable.versioning_enabled",
)
#: Plain widgets in place of such with scripts of their own.
WIDGETS = {
    f"{kind}.{name}": widget
    for kind in CATEGORIZATION
    for name, widget in (("subjects", TextLinesFieldWidget), ("language", SelectFieldWidget))
}
KEYWORDS = (
    _("label_page_keywords", default="Keywords"),
    _("help_page_keywords", default="One on each line."),
)
#: What fields say here, {name: (title, description)}.
WORDS = {
    **{f"{kind}.subjects": KEYWORDS for kind in CATEGORIZATION},
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
PICTURE = "ILeadPicture.image"
TIMES = ("IDublinCore.effective", "IDublinCore.expires")
#: Parts of Plone's: below those of the house.
PLONES = ("dates", "categorization", "ownership", "settings")


class Lean:
    """First base of such a form."""

    default_fieldset_label = _("fieldset_page", default="Title and text")

    def updateFields(self):
        super().updateFields()
        words = WORDS | (TEASER if self.portal_type == "News Item" else {})
        for part in (self, *self.groups):
            part.fields = _with_cut(part.fields.omit(*LEFT_OUT))
            for name in part.fields:
                field = part.fields[name]
                if name in WIDGETS:
                    field.widgetFactory[INPUT_MODE] = WIDGETS[name]
                if name in words:
                    field.field = copy(field.field)
                    field.field.title, field.field.description = words[name]
                if name in TIMES:
                    alsoProvides(field.field, IServersTime)
        self.groups = sorted((part for part in self.groups if part.fields), key=_place)


def _with_cut(fields):
    """Return fields in the order in which what is shown of a lead picture follows the picture."""
    names = list(fields)
    cut = [name for name in names if name.startswith("ICut.")]
    if PICTURE not in names or not cut:
        return fields
    others = [name for name in names if name not in cut]
    at = others.index(PICTURE) + 1
    return fields.select(*others[:at], *cut, *others[at:])


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
