"""What others may use of devices: the schema and the marker of their folder."""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.support.devices import rules
from plone.autoform import directives
from plone.supermodel import model
from zope import schema
from zope.component import queryUtility
from zope.interface import Interface
from zope.interface import invariant


class IDeviceFolder(Interface):
    """Marks the folder `support/geraete`: the list of devices."""


class IDeviceNumbers(Interface):
    """Utility: which devices have which inventory number."""

    def is_taken(number, thing):
        """Return whether another device than this thing has an inventory number."""


def is_number(value) -> bool:
    """Constraint: what can stand on the label of a device."""
    if not rules.NUMBER.fullmatch(value):
        raise FieldError(
            _(
                "error_device_number",
                default="Please use letters, digits, hyphens, dots and blanks, as in L-D-014.",
            )
        )
    return True


class IDevice(model.Schema):
    """Something that stands somewhere, belongs to an administration and can break."""

    title = schema.TextLine(
        title=_("label_device_title", default="Name of the device"),
        description=_("help_device_title", default="As people call it: „Drucker Flur 1“."),
        max_length=120,
    )
    kind = schema.Choice(
        title=_("label_device_kind", default="Kind of device"),
        vocabulary="kommunalhub.device_kinds",
    )
    number = schema.TextLine(
        title=_("label_device_number", default="Inventory number"),
        description=_(
            "help_device_number",
            default="As it stands on the device; no two have the same. An import finds it by it.",
        ),
        max_length=40,
        constraint=is_number,
    )
    place = schema.TextLine(
        title=_("label_device_place", default="Place"),
        description=_("help_device_place", default="Building, floor and room."),
        required=False,
        max_length=120,
    )
    person = schema.TextLine(
        title=_("label_device_person", default="Used by"),
        description=_(
            "help_device_person",
            default="A task or an office rather than a name: „Bürgerbüro“. Names only where they "
            "are needed.",
        ),
        required=False,
        max_length=120,
    )
    space = schema.Choice(
        title=_("label_device_space", default="Bookable space"),
        description=_(
            "help_device_space",
            default="What cannot be booked when the device does not work.",
        ),
        vocabulary="kommunalhub.spaces",
        required=False,
    )
    condition = schema.Choice(
        title=_("label_device_condition", default="State of the device"),
        vocabulary="kommunalhub.device_conditions",
        default="in_use",
    )
    purchased = schema.Date(
        title=_("label_device_purchased", default="Purchased on"), required=False
    )
    warranty = schema.Date(
        title=_("label_device_warranty", default="Warranty until"), required=False
    )
    remark = schema.Text(
        title=_("label_device_remark", default="Remark"),
        required=False,
        missing_value="",
        default="",
        max_length=2000,
    )
    directives.widget("remark", rows=3)

    @invariant
    def is_the_only_one(data):
        numbers = queryUtility(IDeviceNumbers)
        number = getattr(data, "number", None)
        if numbers is None or not number:
            return
        if numbers.is_taken(number, getattr(data, "__context__", None)):
            raise FieldError(
                _("error_device_taken", default="Another device has this inventory number."),
                "number",
            )

    @invariant
    def warranty_follows_purchase(data):
        if data.purchased and data.warranty and data.warranty < data.purchased:
            raise FieldError(
                _("error_device_warranty", default="The warranty ends before the purchase."),
                "warranty",
            )
