"""What is set of a hub's identity."""

from babel.numbers import format_decimal
from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.core.validation import is_point
from kommunalhub.lib import colours
from kommunalhub.lib import pictures
from kommunalhub.partners.operations import COLOUR_ERRORS
from kommunalhub.site.identity import rules
from plone.autoform import directives
from plone.namedfile.field import NamedImage
from plone.supermodel import model
from zope import schema
from zope.interface import Interface


def is_readable(value):
    """Constraint: a colour on which white writing is read."""
    wrong = colours.writing_error(value)
    if wrong == "contrast":
        ratio = colours.contrast(value, colours.WHITE)
        raise FieldError(
            _(
                "error_brand_contrast",
                default="White writing on this colour has a contrast of ${ratio} to 1, and needs "
                "${needed}. This shade of it would do: ${shade}.",
                mapping={
                    "ratio": format_decimal(ratio, format="0.0", locale="de"),
                    "needed": format_decimal(colours.READABLE, format="0.0", locale="de"),
                    "shade": rules.darker(value),
                },
            )
        )
    if wrong:
        raise FieldError(COLOUR_ERRORS[wrong])
    return True


PICTURE = {
    "kind": _("error_logo_kind", default="Please take a picture: PNG, JPEG or WebP."),
    "large": _("error_logo_large", default="This picture is too large."),
    "broken": _("error_logo_broken", default="This picture is not whole."),
}


def is_logo(value):
    """Constraint: a picture that can be made into a logo."""
    try:
        pictures.made_anew(value.data, (16, 16))
    except pictures.PictureRefused as refused:
        raise FieldError(PICTURE[refused.reason]) from refused
    return True


def are_fields(value):
    """Constraint: fields of a theme, one in each line."""
    titles = rules.fields_in(value or "")
    if len(titles) > rules.MOST_FIELDS or any(len(t) > rules.LONGEST_FIELD for t in titles):
        raise FieldError(
            _(
                "error_theme_fields",
                default="Please write up to ${n} fields of up to ${length} characters each.",
                mapping={"n": rules.MOST_FIELDS, "length": rules.LONGEST_FIELD},
            )
        )
    return True


class IIdentity(Interface):
    """Registry records `kommunalhub.brand_…`."""

    brand_name = schema.TextLine(
        title=_("label_brand_name", default="Name of the hub"),
        description=_("help_brand_name", default="Stands at the top left of every page."),
        max_length=rules.LONGEST["name"],
    )
    brand_place = schema.TextLine(
        title=_("label_brand_place", default="Place"),
        description=_("help_brand_place", default="Stands below the name."),
        max_length=rules.LONGEST["place"],
    )
    brand_region = schema.TextLine(
        title=_("label_brand_region", default="Region"),
        description=_(
            "help_brand_region", default="For whom the hub is there, as the home page says it."
        ),
        max_length=rules.LONGEST["region"],
    )
    brand_theme = schema.TextLine(
        title=_("label_brand_theme", default="Theme"),
        description=_(
            "help_brand_theme", default="What the hub cares about most. Empty: it has no theme."
        ),
        required=False,
        max_length=rules.LONGEST["theme"],
    )
    brand_colour = schema.TextLine(
        title=_("label_brand_colour", default="Colour"),
        description=_(
            "help_brand_colour",
            default="Lighter and darker shades are made of it, for light and dark pages. White "
            "writing on it must be readable.",
        ),
        constraint=is_readable,
        max_length=rules.LONGEST["colour"],
    )
    brand_contact = schema.TextLine(
        title=_("label_brand_contact", default="Contact"),
        description=_(
            "help_brand_contact",
            default="An office, a telephone number or an address of its own. It stands in the list "
            "of the hubs, for everybody.",
        ),
        required=False,
        max_length=rules.LONGEST["contact"],
    )
    brand_point = schema.TextLine(
        title=_("label_brand_point", default="Where it lies"),
        description=_(
            "help_brand_point",
            default="Latitude and longitude of the town: 54.2928, 10.8886. Then it stands on the "
            "map of the hubs.",
        ),
        required=False,
        constraint=is_point,
        max_length=rules.LONGEST["point"],
    )
    brand_address = schema.Text(
        title=_("label_brand_address", default="Postal address"),
        description=_(
            "help_brand_address", default="For the pages of a new hub; those that exist stay."
        ),
        required=False,
        max_length=rules.LONGEST["address"],
    )
    brand_rooms = schema.TextLine(
        title=_("label_brand_rooms", default="Rooms of the house"),
        description=_(
            "help_brand_rooms",
            default="Goes on after „In the house there are“, for the pages of a new hub.",
        ),
        required=False,
        max_length=rules.LONGEST["rooms"],
    )


class ILook(model.Schema):
    """What the page of the settings asks besides IIdentity, and keeps in other ways."""

    directives.order_after(theme_fields="brand_theme")
    theme_fields = schema.Text(
        title=_("label_theme_fields", default="Fields of the theme"),
        description=_(
            "help_theme_fields",
            default="One in each line: what projects and reports of experience can belong to. Who "
            "changes a line gives the field a new name; a line that is gone is not offered any "
            "more.",
        ),
        required=False,
        constraint=are_fields,
        max_length=3000,
    )
    directives.order_after(logo="brand_colour")
    logo = NamedImage(
        title=_("label_brand_logo", default="Logo"),
        description=_(
            "help_brand_logo",
            default="PNG, JPEG or WebP. It stands on white at the top left, and is the icon of the "
            "pages. Without one there is the mark of the house.",
        ),
        required=False,
        constraint=is_logo,
    )
