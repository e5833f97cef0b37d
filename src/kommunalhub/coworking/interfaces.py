"""What others may use of co-working: schemas and markers."""

from kommunalhub import _
from kommunalhub.booking.interfaces import ISpaceFolder
from kommunalhub.core import formatting
from kommunalhub.core.validation import FieldError
from kommunalhub.core.validation import is_email
from kommunalhub.core.validation import is_phone
from kommunalhub.coworking import places
from kommunalhub.coworking import rules
from kommunalhub.coworking import settings
from kommunalhub.coworking import validation
from kommunalhub.lib import addresses
from kommunalhub.partners.membership import host_partner
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.browser.radio import RadioFieldWidget
from zope import schema
from zope.interface import Interface
from zope.interface import invariant


class ICoworkingSection(ISpaceFolder):
    """Marks the folder `co-working`."""


class IApplicationFolder(Interface):
    """Marks the folder `co-working/antraege`."""


class ICoworkingApplication(model.Schema):
    """An application for one kind of space in a period."""

    directives.widget("applicant_kind", RadioFieldWidget)
    applicant_kind = schema.Choice(
        title=_("label_applicant_kind", default="Who applies?"),
        description=_(
            "help_applicant_kind",
            default="Applications from the hub's administrations are decided by the host alone; "
            "for all others the operator of the hub gives its consent too.",
        ),
        vocabulary="kommunalhub.coworking_applicant_kinds",
        defaultFactory=settings.default_applicant_kind,
    )
    directives.widget("organisation", autocomplete="organization")
    organisation = schema.TextLine(
        title=_("label_organisation", default="Organisation"),
        description=_(
            "help_organisation", default="Name of the administration, start-up or company."
        ),
        required=False,
        max_length=200,
        defaultFactory=settings.default_organisation,
    )
    directives.widget("contact_name", autocomplete="name")
    contact_name = schema.TextLine(
        title=_("label_applicant_name", default="Contact person"),
        max_length=200,
        defaultFactory=settings.default_contact_name,
    )
    directives.widget("contact_email", autocomplete="email")
    contact_email = schema.TextLine(
        title=_("label_applicant_email", default="E-mail"),
        description=_("help_applicant_email", default="We use it to ask about the application."),
        max_length=addresses.LONGEST,
        constraint=is_email,
        defaultFactory=settings.default_contact_email,
    )
    directives.widget("contact_phone", autocomplete="tel")
    contact_phone = schema.TextLine(
        title=_("label_applicant_phone", default="Telephone"),
        required=False,
        max_length=40,
        constraint=is_phone,
    )

    model.fieldset(
        "space",
        label=_("fieldset_coworking_space", default="Space and time"),
        fields=["space_kind", "persons", "equipment", "start", "end", "weekdays", "fixed_space"],
    )
    directives.widget("space_kind", RadioFieldWidget)
    space_kind = schema.Choice(
        title=_("label_application_space_kind", default="What do you need?"),
        vocabulary="kommunalhub.coworking_space_kinds",
    )
    persons = schema.Int(
        title=_("label_persons", default="Number of persons"),
        default=1,
        constraint=validation.is_number_of_persons,
    )
    directives.widget("equipment", CheckBoxFieldWidget)
    equipment = schema.Set(
        title=_("label_application_equipment", default="Equipment"),
        description=_("help_application_equipment", default="What would help you to work here."),
        value_type=schema.Choice(vocabulary="kommunalhub.coworking_equipment"),
        required=False,
    )
    start = schema.Date(title=_("label_application_start", default="First day"))
    end = schema.Date(title=_("label_application_end", default="Last day"))
    directives.widget("weekdays", CheckBoxFieldWidget, keep_order=True)
    weekdays = schema.Set(
        title=_("label_weekdays", default="Days of the week"),
        description=_("help_weekdays", default="On which days would you like to come?"),
        value_type=schema.Choice(vocabulary="kommunalhub.coworking_weekdays"),
        constraint=validation.has_weekdays,
    )

    fixed_space = schema.Choice(
        title=_("label_fixed_space", default="Fixed place"),
        description=_(
            "help_fixed_space",
            default="Only if you always need the same one: on your days it is then kept for you "
            "for the whole period. Without it you book what is free.",
        ),
        vocabulary="kommunalhub.spaces",
        required=False,
    )

    model.fieldset(
        "purpose",
        label=_("fieldset_coworking_purpose", default="Purpose and consent"),
        fields=["purpose", "title", "house_rules", "privacy"],
    )
    purpose = schema.Text(
        title=_("label_purpose", default="Purpose"),
        description=_(
            "help_purpose", default="What will you work on in the hub? Two or three sentences."
        ),
        max_length=4000,
    )
    title = schema.TextLine(
        title=_("label_application_title", default="Short title"),
        description=_(
            "help_application_title",
            default="For lists. If you leave it empty, we make one from kind of space and name.",
        ),
        required=False,
        max_length=200,
    )
    directives.widget("house_rules", link=settings.house_rules_page)
    house_rules = schema.Bool(
        title=_("label_house_rules", default="House rules accepted"),
        description=_(
            "help_house_rules",
            default="I have read the house rules and keep to them.",
        ),
        constraint=validation.accepts_house_rules,
    )
    directives.widget("privacy", link=settings.privacy_page)
    privacy = schema.Bool(
        title=_("label_privacy", default="Data protection accepted"),
        description=_(
            "help_privacy",
            default="My data may be used to decide on this application. The host reads them, for "
            "applicants from outside the operator of the hub too.",
        ),
        constraint=validation.accepts_privacy,
    )

    directives.omitted("partner")
    partner = schema.Choice(
        title=_("label_host", default="Decided by"),
        description=_("help_host", default="The administration that houses the space."),
        vocabulary="kommunalhub.partners",
        required=False,
        defaultFactory=host_partner,
        constraint=validation.is_host,
    )

    @invariant
    def names_an_organisation(data):
        if rules.needs_organisation(data.applicant_kind) and not (data.organisation or "").strip():
            raise FieldError(
                _(
                    "error_organisation_missing",
                    default="Please enter the name of your organisation. "
                    "Only single persons can leave it empty.",
                ),
                "organisation",
            )

    @invariant
    def ends_after_start(data):
        if not rules.period_is_ordered(data.start, data.end):
            raise FieldError(
                _(
                    "error_period_order",
                    default="The last day lies before the first day. Please check both.",
                ),
                "end",
            )

    @invariant
    def is_short_enough(data):
        longest = settings.longest_days()
        if not rules.period_is_short_enough(data.start, data.end, longest):
            raise FieldError(
                _(
                    "error_period_too_long",
                    default="An application is for ${days} days at most. "
                    "You can apply again in time before the end.",
                    mapping={"days": longest},
                ),
                "end",
            )

    @invariant
    def comes_on_a_day_of_the_period(data):
        ordered = rules.period_is_ordered(data.start, data.end)
        if ordered and not rules.has_day_in_period(data.weekdays, data.start, data.end):
            raise FieldError(
                _(
                    "error_no_weekday_in_period",
                    default="None of these days of the week lies between first and last day.",
                ),
                "weekdays",
            )

    @invariant
    def fixed_space_is_of_the_kind(data):
        if not places.is_of_kind(data.fixed_space, data.space_kind):
            raise FieldError(
                _(
                    "error_fixed_space_kind",
                    default="This place is of another kind than you need. Please check both.",
                ),
                "fixed_space",
            )

    @invariant
    def starts_in_time(data):
        if not rules.starts_in_time(data.start, formatting.to_local(formatting.now()).date()):
            raise FieldError(
                _(
                    "error_start_past",
                    default="The first day has passed already. Please choose a day from today on.",
                ),
                "start",
            )

    @invariant
    def finds_room(data):
        room = settings.room_for(data.space_kind)
        if not rules.fits(data.persons, room):
            raise FieldError(
                validation.too_many_persons(data.space_kind, room),
                "persons",
            )
