"""What others may use of booking: schema, markers, events, exceptions."""

from kommunalhub import _
from kommunalhub.booking import rules
from kommunalhub.booking import validation
from kommunalhub.core.validation import FieldError
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.browser.radio import RadioFieldWidget
from zope import schema
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import invariant


class ISpaceFolder(Interface):
    """Marks a folder whose spaces are shown in one calendar."""


class IBookingRight(Interface):
    """Subscription adapter for a Space: what an offer knows of who may book it."""

    def covers(userid, span):
        """Return whether the offer gives this person the right to book the space for a Span."""


class IApplicantKind(Interface):
    """Subscription adapter for a Space: as what somebody pays for it, where an offer knows."""

    def kind_of(userid):
        """Return a token of `kommunalhub.coworking_applicant_kinds`, or None."""


class IBookingChanged(Interface):
    """A booking was made, changed or cancelled, in this transaction."""

    space = Attribute("The Space.")
    old = Attribute("The Booking as it was; None for a new one.")
    new = Attribute("The Booking as it is.")
    by = Attribute("Id of who did it; None for nobody.")
    reason = Attribute("Why, as text for the holder; may be empty.")
    frees = Attribute("Whether somebody else can have time now that was held before.")


@implementer(IBookingChanged)
class BookingChanged:
    """See IBookingChanged."""

    def __init__(self, space, old, new, by, reason=""):
        self.space = space
        self.old = old
        self.new = new
        self.by = by
        self.reason = reason

    @property
    def frees(self):
        """Whether somebody else can have time now that was held before."""
        old, new = self.old, self.new
        if old is None or not old.is_firm:
            return False
        return not new.is_firm or not new.claimed.covers(old.claimed)


class SlotTaken(Exception):
    """Somebody else has the time, or part of it; `claims` are those in the way."""

    def __init__(self, claims):
        super().__init__(claims)
        self.claims = claims


class SeriesRefused(Exception):
    """A series cannot be booked like this; `day` is the first date that stands in the way."""

    def __init__(self, message, day):
        super().__init__(message)
        self.day = day


class BookingRefused(ValueError):
    """A rule is against it; `errors` is {field: translatable sentence}."""

    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


class NotYours(Exception):
    """Who is signed in may not do this; args[0] is a translatable sentence."""


class ISpace(model.Schema):
    """A desk, an office, a meeting room, the hall or a device that the hub lets people use."""

    title = schema.TextLine(
        title=_("label_space_title", default="Name"),
        description=_("help_space_title", default="For example „Schreibtisch 1 am Fenster“."),
        max_length=200,
    )
    description = schema.Text(
        title=_("label_space_description", default="Description"),
        description=_(
            "help_space_description", default="What it is good for, and how to get to it."
        ),
        required=False,
        missing_value="",
        default="",
        max_length=1000,
    )
    directives.widget("kind", RadioFieldWidget)
    kind = schema.Choice(
        title=_("label_space_kind", default="Kind of space"),
        vocabulary="kommunalhub.space_kinds",
    )
    seats = schema.Int(
        title=_("label_space_seats", default="Seats"),
        description=_("help_space_seats", default="How many persons can work here at once."),
        default=1,
        constraint=validation.is_number_of_seats,
    )
    directives.widget("equipment", CheckBoxFieldWidget)
    equipment = schema.Set(
        title=_("label_space_equipment", default="Equipment"),
        value_type=schema.Choice(vocabulary="kommunalhub.coworking_equipment"),
        required=False,
    )
    part_of = schema.Choice(
        title=_("label_space_part_of", default="Part of"),
        description=_(
            "help_space_part_of",
            default="Who books the whole closes its parts, and the other way round.",
        ),
        vocabulary="kommunalhub.spaces",
        required=False,
    )

    model.fieldset(
        "times",
        label=_("fieldset_space_times", default="When it can be booked"),
        fields=["opening", "closed_days", "notice", "horizon", "shortest", "longest"]
        + ["buffer_before", "buffer_after", "check_in"],
    )
    opening = schema.Text(
        title=_("label_space_opening", default="Opening hours"),
        description=_(
            "help_space_opening",
            default="One line for days with the same hours, e.g. „Mo–Fr 8:00–18:00“. "
            "Public holidays are closed by themselves.",
        ),
        default="Mo–Fr 8:00–18:00",
        constraint=validation.are_hours,
        max_length=500,
    )
    closed_days = schema.Text(
        title=_("label_space_closed_days", default="Closed days"),
        description=_(
            "help_space_closed_days",
            default="Beside public holidays and the closing days of the administration: "
            "one day or period a line, e.g. „24.12.2026–31.12.2026“.",
        ),
        required=False,
        missing_value="",
        default="",
        constraint=validation.are_days,
        max_length=2000,
    )
    notice = schema.Int(
        title=_("label_space_notice", default="Hours ahead at least"),
        description=_("help_space_notice", default="0: up to the last moment."),
        default=0,
        constraint=validation.is_notice,
    )
    horizon = schema.Int(
        title=_("label_space_horizon", default="Days ahead at most"),
        default=60,
        constraint=validation.is_horizon,
    )
    shortest = schema.Int(
        title=_("label_space_shortest", default="Shortest booking in minutes"),
        default=30,
        constraint=validation.is_length,
    )
    longest = schema.Int(
        title=_("label_space_longest", default="Longest booking in minutes"),
        default=720,
        constraint=validation.is_length,
    )
    buffer_before = schema.Int(
        title=_("label_space_buffer_before", default="Minutes for setting up before"),
        default=0,
        constraint=validation.is_buffer,
    )
    buffer_after = schema.Int(
        title=_("label_space_buffer_after", default="Minutes for clearing after"),
        default=0,
        constraint=validation.is_buffer,
    )

    check_in = schema.Int(
        title=_("label_space_check_in", default="Minutes to check in"),
        description=_(
            "help_space_check_in",
            default="Who has not checked in so long after the beginning loses the place. "
            "0: nobody has to.",
        ),
        default=0,
        constraint=validation.is_check_in,
    )

    model.fieldset(
        "users",
        label=_("fieldset_space_users", default="Who books it"),
        fields=["bookable_by", "on_request", "free_of_charge", "person_quota", "partner_quota"]
        + ["quota_unit", "quota_period"],
    )
    directives.widget("bookable_by", CheckBoxFieldWidget)
    bookable_by = schema.Set(
        title=_("label_space_bookable_by", default="Who may book without asking"),
        description=_(
            "help_space_bookable_by",
            default="Choose nobody, and only the hub management books it.",
        ),
        value_type=schema.Choice(vocabulary="kommunalhub.space_users"),
        required=False,
        default={rules.STAFF, rules.APPROVED},
    )
    directives.widget("on_request", CheckBoxFieldWidget)
    on_request = schema.Set(
        title=_("label_space_on_request", default="Who books with approval"),
        description=_(
            "help_space_on_request",
            default="Their bookings keep the space until the administration that houses it has "
            "approved them.",
        ),
        value_type=schema.Choice(vocabulary="kommunalhub.space_users"),
        required=False,
    )
    free_of_charge = schema.Bool(
        title=_("label_space_free_of_charge", default="Free of charge for everybody"),
        description=_(
            "help_space_free_of_charge", default="Whatever the price list says for its kind."
        ),
        required=False,
        default=False,
    )
    person_quota = schema.Int(
        title=_("label_space_person_quota", default="Quota of a person"),
        description=_(
            "help_space_person_quota",
            default="Counted over all spaces of this kind. Empty: no limit.",
        ),
        required=False,
        constraint=validation.is_quota,
    )
    partner_quota = schema.Int(
        title=_("label_space_partner_quota", default="Quota of an administration"),
        required=False,
        constraint=validation.is_quota,
    )
    directives.widget("quota_unit", RadioFieldWidget)
    quota_unit = schema.Choice(
        title=_("label_space_quota_unit", default="Quotas count"),
        vocabulary="kommunalhub.quota_units",
        default=rules.DAYS,
    )
    directives.widget("quota_period", RadioFieldWidget)
    quota_period = schema.Choice(
        title=_("label_space_quota_period", default="Quotas hold for"),
        vocabulary="kommunalhub.quota_periods",
        default=rules.WEEK,
    )

    @invariant
    def shortest_is_not_longer(data):
        if data.shortest and data.longest and data.shortest > data.longest:
            raise FieldError(
                _(
                    "error_space_lengths",
                    default="The longest booking is shorter than the shortest. Please check both.",
                ),
                "longest",
            )

    @invariant
    def fits_into_the_whole(data):
        message = validation.why_no_part(data)
        if message is not None:
            raise FieldError(message, "part_of")
