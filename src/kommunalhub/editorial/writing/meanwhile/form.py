"""The edit form of pages, news and events, with a mark of what was opened."""

from kommunalhub import _
from kommunalhub.core.forms.dexterity import HubEditForm
from kommunalhub.core.forms.dexterity import HubEditPage
from kommunalhub.editorial.writing.editor.forms import Lean
from kommunalhub.editorial.writing.meanwhile import reading
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.field import Fields
from z3c.form.interfaces import HIDDEN_MODE
from zope import schema
from zope.component import queryMultiAdapter
from zope.interface import Interface


MARK = "mark"
#: Views that say something above the form, or nothing: whom the page reaches, what collides.
HINTS = ("page-reach", "event-clashes")
LABELS = {
    "title": _("label_meanwhile_title", default="Title"),
    "description": _("label_meanwhile_description", default="Summary"),
    "text": _("label_meanwhile_text", default="Text"),
}


class IMark(Interface):
    """What goes along unseen."""

    mark = schema.ASCIILine(title="mark", required=False, max_length=64)


class PageEditForm(Lean, HubEditForm):
    """Refuses to save over what somebody else has saved since the form was opened, once."""

    part = ViewPageTemplateFile("templates/meanwhile.pt")
    #: [{label, pieces}] once somebody else was quicker; None otherwise.
    differing = None
    #: Who else has it in work is said above the form, see editorial/locks.
    locked_by = None

    def updateFields(self):
        super().updateFields()
        self.fields += Fields(IMark, mode=HIDDEN_MODE, ignoreContext=True)

    def updateWidgets(self, prefix=None):
        super().updateWidgets(prefix)
        if not self.widgets[MARK].value:
            self.widgets[MARK].value = reading.mark_of(self.context)

    def extractData(self, setErrors=True):
        data, errors = super().extractData(setErrors)
        reading.keep_untouched(self.context, data)
        mark, now = data.pop(MARK, None), reading.mark_of(self.context)
        if not errors and mark and mark != now:
            self.differing = [
                {"label": LABELS[one["name"]], "pieces": one["pieces"]}
                for one in reading.differences(self.context, data)
            ]
            self.widgets[MARK].value = now  # who saves now has seen it
            self.request.response.setStatus(409)
            return data, (self.formErrorsMessage,)
        return data, errors

    @property
    def formErrorsMessage(self):
        if self.differing is None:
            return super().formErrorsMessage
        return _(
            "meanwhile_not_saved",
            default="Not saved yet: somebody has changed the page while you were writing.",
        )

    def last_change(self):
        return reading.last_change(self.context)

    @property
    def preface(self):
        """Return that somebody was quicker, and what other rooms say above the form."""
        found = (queryMultiAdapter((self.context, self.request), name=name) for name in HINTS)
        hints = "".join(view() for view in found if view is not None)
        return hints if self.differing is None else self.part() + hints


class PageEditView(HubEditPage):
    """Its page."""

    form = PageEditForm
