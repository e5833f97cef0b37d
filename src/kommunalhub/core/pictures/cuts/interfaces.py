"""The fields of a cut."""

from kommunalhub import _
from kommunalhub.core.pictures.cuts import rules
from kommunalhub.core.pictures.cuts.widget import CutFieldWidget
from kommunalhub.core.validation import FieldError
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from zope import schema
from zope.interface import invariant
from zope.interface import provider
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


TURNS = {
    0: _("turn_none", default="Leave it as it is"),
    90: _("turn_right", default="Turn it to the right"),
    180: _("turn_over", default="Turn it upside down"),
    270: _("turn_left", default="Turn it to the left"),
}
NOTHING_LEFT = _(
    "error_cut_nothing_left",
    default="Nothing would be left of the picture: opposite edges may cut off ${most} percent "
    "together at most.",
    mapping={"most": rules.MOST},
)


def edge(title):
    """Return the field of one edge."""
    return schema.Int(title=title, required=False, min=0, max=rules.MOST, default=0)


@provider(IFormFieldProvider)
class ICut(model.Schema):
    """A picture in the field `image` that is shown turned and cut, wherever a scale of it is."""

    model.fieldset(
        "picture",
        label=_("fieldset_picture", default="Picture"),
        fields=["picture_turn", "cut_left", "cut_top", "cut_right", "cut_bottom"],
    )
    picture_turn = schema.Choice(
        title=_("label_picture_turn", default="Turn the picture"),
        description=_(
            "help_cut",
            default="For JPEG, PNG and WebP. The whole picture is kept, so that you can change "
            "this later; whoever knows its address can see it whole.",
        ),
        vocabulary=SimpleVocabulary(
            [SimpleTerm(turn, str(turn), title) for turn, title in TURNS.items()]
        ),
        required=False,
        default=0,
    )
    cut_left = edge(_("label_cut_left", default="Cut off on the left, in percent"))
    cut_top = edge(_("label_cut_top", default="Cut off at the top, in percent"))
    cut_right = edge(_("label_cut_right", default="Cut off on the right, in percent"))
    directives.widget("cut_bottom", CutFieldWidget)
    cut_bottom = edge(_("label_cut_bottom", default="Cut off at the bottom, in percent"))

    @invariant
    def leaves_width(data):
        if not rules.leaves_enough(data.cut_left, data.cut_right):
            raise FieldError(NOTHING_LEFT, "cut_right")

    @invariant
    def leaves_height(data):
        if not rules.leaves_enough(data.cut_top, data.cut_bottom):
            raise FieldError(NOTHING_LEFT, "cut_bottom")
