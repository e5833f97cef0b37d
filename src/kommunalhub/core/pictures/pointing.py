"""The widget to point at what counts in a picture; without scripts one types numbers."""

from html import escape
from kommunalhub import _
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.tools import site_url
from plone.app.z3cform.widgets.text import TextWidget
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import INPUT_MODE
from z3c.form.widget import FieldWidget
from zope.i18n import translate
from zope.interface import implementer


POINT = _(
    "focus_point",
    default="Point at what counts in the picture, with the mouse or the arrow keys",
)
SAID = _("focus_point_said", default="{x} percent from the left, {y} percent from the top")


class PointWidget(TextWidget):
    """The second of the two numbers; focus.js puts the picture below it."""

    def render(self):
        html = super().render()
        return html + self.after if self.mode == INPUT_MODE else html

    @property
    def after(self):
        """Return the script, for forms of ours, which draw the field themselves."""
        texts = [translate(text, context=self.request) for text in (POINT, SAID)]
        source, label, said = map(escape, (static_url("focus.js", site_url()), *texts))
        told = f'data-label="{label}" data-said="{said}"'
        return f'<script defer src="{source}" {told}></script>'


@implementer(IFieldWidget)
def PointFieldWidget(field, request):
    """Return the widget of a field."""
    return FieldWidget(field, PointWidget(request))
