"""@@booking-controlpanel: how long offers stand, when people are reminded, what is kept of them."""

from kommunalhub import _
from kommunalhub.booking import noshows
from kommunalhub.core.forms.page import page_of
from kommunalhub.core.forms.page import SettingsPage
from kommunalhub.core.forms.shell import HubForm
from kommunalhub.core.validation import is_between
from plone.app.registry.browser.controlpanel import RegistryEditForm
from zope import schema
from zope.interface import Interface


class IBookingSettings(Interface):
    """Registry records that a hub manager edits."""

    booking_offer_hours = schema.Int(
        title=_("label_booking_offer_hours", default="Hours for which an offer stands"),
        description=_(
            "help_booking_offer_hours",
            default="A space that gets free is kept so long for who waited for it, then it goes "
            "to the next in line.",
        ),
        constraint=is_between(1, 168),
    )
    booking_reminder_hours = schema.Int(
        title=_("label_booking_reminder_hours", default="Hours before, at which people are told"),
        description=_(
            "help_booking_reminder_hours",
            default="Who has booked is reminded once, so long before it begins. 0: nobody is "
            "reminded.",
        ),
        constraint=is_between(0, 336),
    )
    no_show_days = schema.Int(
        title=_("label_no_show_days", default="Days, after which a count is deleted"),
        description=_(
            "help_no_show_days", default="So long it is counted who did not come to their bookings."
        ),
        constraint=is_between(noshows.LEAST, noshows.MOST),
    )
    booking_retention_months = schema.Int(
        title=_("label_booking_retention", default="Months, after which names are deleted"),
        description=_(
            "help_booking_retention",
            default="So long after its end it is known whose a booking was, and what for. What "
            "remains are numbers.",
        ),
        constraint=is_between(1, 120),
    )


class BookingSettingsForm(HubForm, RegistryEditForm):
    """Edits the records of IBookingSettings."""

    schema = IBookingSettings
    schema_prefix = "kommunalhub"
    label = _("title_booking_settings", default="Booking of spaces")
    description = _(
        "title_booking_settings_about",
        default="How long offers stand, when people are reminded, and how long it is known who "
        "had booked.",
    )


BookingSettings = page_of(BookingSettingsForm, SettingsPage)
