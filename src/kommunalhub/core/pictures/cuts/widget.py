"""The widget to choose what is shown of a picture; without scripts one types percents."""

from html import escape
from json import dumps
from kommunalhub import _
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.tools import site_url
from plone.app.z3cform.widgets.text import TextWidget
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import INPUT_MODE
from z3c.form.widget import FieldWidget
from zope.i18n import translate
from zope.interface import implementer


#: What crop.js says, by the names that it has for it.
WORDS = {
    "open": _("cut_open", default="Choose what is shown"),
    "group": _("cut_group", default="What is shown of the picture"),
    "frame": _(
        "cut_frame",
        default="What is shown: the arrow keys move it, with the Shift key they change its size",
    ),
    "ratio": _("cut_ratio", default="Shape"),
    "free": _("cut_ratio_free", default="Free"),
    "kept": _("cut_ratio_kept", default="Like the picture"),
    "square": _("cut_ratio_square", default="Square"),
    "left": _("cut_turn_left", default="Turn left"),
    "right": _("cut_turn_right", default="Turn right"),
    "undo": _("cut_undo", default="Undo"),
    "whole": _("cut_whole", default="Whole picture"),
    "said": _(
        "cut_said",
        default="Shown are {broad} × {high} of {width} × {height} pixels. Cut off are {left} "
        "percent on the left, {top} at the top, {right} on the right, {bottom} at the bottom.",
    ),
    "paste": _("cut_paste", default="You can also paste a picture or drop it here."),
    "result": _("cut_result", default="The picture as it will be shown"),
}


class CutWidget(TextWidget):
    """The last of the edges; crop.js puts the picture below it.

    A form may say which of its fields holds the picture (`cut_picture`, a name), and where the
    whole of what is stored is (`cut_original`, an address); else it is `image` of the thing.
    """

    def render(self):
        html = super().render()
        return html + self.after if self.mode == INPUT_MODE else html

    @property
    def after(self):
        """Return the script, for forms of ours, which draw the field themselves."""
        words = {name: translate(text, context=self.request) for name, text in WORDS.items()}
        told = {
            "words": dumps(words),
            "picture": getattr(self.form, "cut_picture", None) or "image",
            "original": getattr(self.form, "cut_original", None) or "",
        }
        data = " ".join(f'data-{name}="{escape(value)}"' for name, value in told.items())
        return f'<script defer src="{escape(static_url("crop.js", site_url()))}" {data}></script>'


@implementer(IFieldWidget)
def CutFieldWidget(field, request):
    """Return the widget of a field."""
    return FieldWidget(field, CutWidget(request))
