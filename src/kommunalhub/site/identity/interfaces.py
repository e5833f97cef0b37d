"""What is set of a hub's identity."""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.lib import colours
from kommunalhub.partners.operations import COLOUR_ERRORS
from zope import schema
from zope.interface import Interface


def is_readable(value):
    """Constraint: a colour on which white writing is read."""
    wrong = colours.writing_error(value)
    if wrong:
        raise FieldError(COLOUR_ERRORS[wrong])
    return True


class IIdentity(Interface):
    """Registry records `kommunalhub.brand_…`."""

    brand_name = schema.TextLine(
        title=_("label_brand_name", default="Name of the hub"),
        description=_("help_brand_name", default="Stands at the top left of every page."),
        max_length=40,
    )
    brand_place = schema.TextLine(
        title=_("label_brand_place", default="Place"),
        description=_("help_brand_place", default="Stands below the name."),
        max_length=60,
    )
    brand_region = schema.TextLine(
        title=_("label_brand_region", default="Region"),
        description=_(
            "help_brand_region", default="For whom the hub is there, as the home page says it."
        ),
        max_length=60,
    )
    brand_theme = schema.TextLine(
        title=_("label_brand_theme", default="Theme"),
        description=_(
            "help_brand_theme", default="What the hub cares about most. Empty: it has no theme."
        ),
        required=False,
        max_length=100,
    )
    brand_colour = schema.TextLine(
        title=_("label_brand_colour", default="Colour"),
        description=_(
            "help_brand_colour",
            default="Lighter and darker shades are made of it, for light and dark pages. White "
            "writing on it must be readable.",
        ),
        constraint=is_readable,
        max_length=7,
    )
    brand_address = schema.Text(
        title=_("label_brand_address", default="Postal address"),
        description=_(
            "help_brand_address", default="For the pages of a new hub; those that exist stay."
        ),
        required=False,
        max_length=500,
    )
    brand_rooms = schema.TextLine(
        title=_("label_brand_rooms", default="Rooms of the house"),
        description=_(
            "help_brand_rooms",
            default="Goes on after „In the house there are“, for the pages of a new hub.",
        ),
        required=False,
        max_length=300,
    )
