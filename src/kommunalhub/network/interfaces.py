"""What others may use of the network: schemas and the marker of the section."""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.core.validation import is_point
from kommunalhub.lib.exchange import manifests
from plone.autoform import directives
from plone.supermodel import model
from zope import schema
from zope.interface import Interface


class INetworkSection(Interface):
    """Marks the folder `netzwerk`."""


def is_feed(value) -> bool:
    """Constraint: an address that a hub can publish at."""
    if value and not (manifests.is_address(value) and not value.endswith("/")):
        raise FieldError(
            _(
                "error_hub_feed",
                default="Please write the whole address of its network page, without a slash at "
                "the end, as in https://hub.example.org/netzwerk.",
            )
        )
    return True


class IHub(model.Schema):
    """A hub: who it is, for everybody to read; its link is the business of the hub management."""

    title = schema.TextLine(
        title=_("label_hub_title", default="Name of the hub"),
        description=_("help_hub_title", default="As people call it: „Hub Wilster“."),
        max_length=120,
    )
    region = schema.TextLine(
        title=_("label_hub_region", default="Region"),
        description=_("help_hub_region", default="Place and district."),
        required=False,
        max_length=120,
    )
    point = schema.TextLine(
        title=_("label_hub_point", default="Where it lies"),
        description=_(
            "help_hub_point",
            default="Latitude and longitude of the town: 54.2928, 10.8886. Then it stands on the "
            "map of the hubs.",
        ),
        required=False,
        max_length=40,
        constraint=is_point,
    )
    theme = schema.TextLine(
        title=_("label_hub_theme", default="Theme"), required=False, max_length=200
    )
    operator = schema.TextLine(
        title=_("label_hub_operator", default="Operator"), required=False, max_length=200
    )
    contact = schema.TextLine(
        title=_("label_hub_contact", default="Contact"),
        description=_(
            "help_hub_contact",
            default="An office, a telephone number or an address of its own; everybody reads it.",
        ),
        required=False,
        max_length=200,
    )
    website = schema.URI(
        title=_("label_hub_website", default="Website"), required=False, max_length=300
    )
    description = schema.Text(
        title=_("label_hub_description", default="What it does"),
        required=False,
        missing_value="",
        default="",
        max_length=1000,
    )
    directives.widget("description", rows=4)
    feed = schema.ASCIILine(
        title=_("label_hub_feed", default="Address for the exchange"),
        description=_(
            "help_hub_feed",
            default="The address of its network page. Leave it empty where nothing is exchanged.",
        ),
        required=False,
        max_length=300,
        constraint=is_feed,
    )


class ISharedCopy(model.Schema):
    """What another hub shares, as it was released here; nobody changes it."""

    title = schema.TextLine(title=_("label_copy_title", default="Title"), max_length=300)
    description = schema.Text(
        title=_("label_copy_description", default="Summary"),
        required=False,
        missing_value="",
        default="",
        max_length=2000,
    )
