"""What a thing with a picture has."""

from kommunalhub import _
from kommunalhub.core.pictures import rules
from kommunalhub.core.pictures.pointing import PointFieldWidget
from kommunalhub.core.validation import FieldError
from plone.app.contenttypes.behaviors.leadimage import ILeadImage
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.namedfile.field import NamedBlobImage
from plone.supermodel import model
from zope import schema
from zope.interface import Interface
from zope.interface import invariant
from zope.interface import provider


def picture_field():
    """Return the field for the picture itself, as all have it."""
    return NamedBlobImage(
        title=_("label_picture", default="Picture"),
        description=_(
            "help_picture", default="A photograph or drawing, broader than high, at most 5 MB."
        ),
        required=False,
    )


@provider(IFormFieldProvider)
class IPicture(model.Schema, ILeadImage):
    """A lead image as Plone knows it, in all its scales, that is never without a text."""

    model.fieldset(
        "picture",
        label=_("fieldset_picture", default="Picture"),
        fields=["image", "image_alt"],
    )
    image = picture_field()
    image_alt = schema.TextLine(
        title=_("label_picture_text", default="What the picture shows"),
        description=_(
            "help_picture_text",
            default="One sentence for people who do not see it; needed with a picture.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=250,
    )

    @invariant
    def says_what_it_shows(data):
        if data.image is not None and not (data.image_alt or "").strip():
            raise FieldError(
                _(
                    "error_picture_text",
                    default="Please say what the picture shows, for people who do not see it.",
                ),
                "image_alt",
            )


@provider(IFormFieldProvider)
class ILeadPicture(model.Schema, ILeadImage):
    """A lead image that says what it shows, or that it shows nothing, and what counts in it."""

    model.fieldset(
        "picture",
        label=_("fieldset_picture", default="Picture"),
        fields=[
            "image",
            "image_alt",
            "image_decorative",
            "image_caption",
            "focus_x",
            "focus_y",
        ],
    )
    image = picture_field()
    image_alt = schema.TextLine(
        title=_("label_picture_text", default="What the picture shows"),
        description=_(
            "help_picture_text_or_decorative",
            default="One sentence for people who do not see it; needed unless it only decorates.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=250,
    )
    image_decorative = schema.Bool(
        title=_("label_picture_decorative", default="The picture only decorates"),
        description=_(
            "help_picture_decorative", default="Then people who do not see it are told nothing."
        ),
        required=False,
        default=False,
    )
    image_caption = schema.TextLine(
        title=_("label_picture_caption", default="Words below the picture"),
        description=_(
            "help_picture_caption", default="Who took it, for example. Everybody reads them."
        ),
        required=False,
        missing_value="",
        default="",
        max_length=250,
    )
    focus_x = schema.Int(
        title=_("label_focus_x", default="What counts, from the left in percent"),
        description=_(
            "help_focus",
            default="Lists cut the picture around this point. 50 is the middle.",
        ),
        required=False,
        min=0,
        max=100,
        default=rules.MIDDLE,
    )
    directives.widget("focus_y", PointFieldWidget)
    focus_y = schema.Int(
        title=_("label_focus_y", default="What counts, from the top in percent"),
        required=False,
        min=0,
        max=100,
        default=rules.MIDDLE,
    )

    @invariant
    def says_what_it_shows_or_nothing(data):
        has_picture = data.image is not None
        if rules.lacks_text(has_picture, data.image_alt, data.image_decorative):
            raise FieldError(
                _(
                    "error_picture_text_or_decorative",
                    default="Please say what the picture shows, or that it only decorates.",
                ),
                "image_alt",
            )
        if has_picture and rules.says_both(data.image_alt, data.image_decorative):
            raise FieldError(
                _(
                    "error_picture_both",
                    default="A picture that shows something does not only decorate. Please take "
                    "away one of both.",
                ),
                "image_decorative",
            )


class ISharedPicture(Interface):
    """The picture that others show where an address is shared: multi-adapter of (thing, request).

    For things that have none as a lead picture, see @@page-share.
    """

    def __call__():
        """Return {url, width, height, alt}, None without one."""
