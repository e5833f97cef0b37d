"""What a thing with a picture has."""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from plone.app.contenttypes.behaviors.leadimage import ILeadImage
from plone.autoform.interfaces import IFormFieldProvider
from plone.namedfile.field import NamedBlobImage
from plone.supermodel import model
from zope import schema
from zope.interface import invariant
from zope.interface import provider


@provider(IFormFieldProvider)
class IPicture(model.Schema, ILeadImage):
    """A lead image as Plone knows it, in all its scales, that is never without a text."""

    model.fieldset(
        "picture",
        label=_("fieldset_picture", default="Picture"),
        fields=["image", "image_alt"],
    )
    image = NamedBlobImage(
        title=_("label_picture", default="Picture"),
        description=_(
            "help_picture", default="A photograph or drawing, broader than high, at most 5 MB."
        ),
        required=False,
    )
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
