"""What others may use of workshops: schema and markers."""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.core.validation import is_email
from kommunalhub.lib import addresses
from kommunalhub.workshops import validation
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import Interface
from zope.interface import invariant


class IWorkshopSection(Interface):
    """Marks the folder `workshops`."""


class IWorkshop(model.Schema):
    """A workshop or training; start and end of its first date come from plone.app.event."""

    title = schema.TextLine(
        title=_("label_workshop_title", default="Title"),
        description=_("help_workshop_title", default="For example „Rechnungen digital“."),
        max_length=200,
    )
    description = schema.Text(
        title=_("label_workshop_description", default="Summary"),
        description=_(
            "help_workshop_description",
            default="Two or three sentences: what can somebody do afterwards?",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=1000,
    )
    program = schema.Text(
        title=_("label_workshop_program", default="What happens"),
        description=_(
            "help_workshop_program", default="Plain text; an empty line begins a new paragraph."
        ),
        required=False,
        missing_value="",
        default="",
        max_length=8000,
    )

    model.fieldset(
        "dates",
        label=_("fieldset_workshop_dates", default="When and where"),
        fields=["space", "place", "access", "online_link", "more_sessions"],
    )
    space = schema.Choice(
        title=_("label_workshop_space", default="Room of the hub"),
        description=_(
            "help_workshop_space",
            default="It is booked together with the workshop, moves with it, and is free again "
            "when the workshop is called off.",
        ),
        vocabulary="kommunalhub.spaces",
        required=False,
    )
    place = schema.TextLine(
        title=_("label_workshop_place", default="Place"),
        description=_(
            "help_workshop_place",
            default="If it is elsewhere, or needs more words: room and address.",
        ),
        required=False,
        max_length=200,
    )
    access = schema.TextLine(
        title=_("label_workshop_access", default="Access"),
        description=_(
            "help_workshop_access", default="For example „stufenloser Eingang, Höranlage“."
        ),
        required=False,
        max_length=200,
    )
    directives.read_permission(online_link="kommunalhub.ManageRegistrations")
    online_link = schema.TextLine(
        title=_("label_workshop_link", default="Link for taking part online"),
        description=_(
            "help_workshop_link",
            default="Only those who have a seat get to see it.",
        ),
        required=False,
        max_length=500,
        constraint=validation.is_web_address,
    )
    directives.read_permission(more_sessions="kommunalhub.ManageRegistrations")
    more_sessions = schema.Text(
        title=_("label_workshop_sessions", default="Further dates"),
        description=_(
            "help_workshop_sessions",
            default="If the workshop has several parts: one date a line, like "
            "„9.12.2026 9:00–12:00, Halle im Hub“. Without a place it is where the first one is; "
            "with an address of the web instead of it it is online, and who has a seat gets that.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=4000,
        constraint=validation.are_sessions,
    )

    model.fieldset(
        "whom",
        label=_("fieldset_workshop_whom", default="For whom and about what"),
        fields=["is_public", "topics", "audience", "level", "workshop_language"]
        + ["trainers", "contact", "bring", "price", "valid_months"],
    )
    is_public = schema.Bool(
        title=_("label_workshop_public", default="Open to everybody"),
        description=_(
            "help_workshop_public",
            default="Then visitors without an account see it once it is published and can "
            "register with their e-mail address. Otherwise it is for the staff of the hub.",
        ),
        required=False,
        default=False,
    )
    directives.widget("topics", CheckBoxFieldWidget)
    topics = schema.Set(
        title=_("label_workshop_topics", default="Topics"),
        value_type=schema.Choice(vocabulary="kommunalhub.material_topics"),
        required=False,
    )
    directives.widget("audience", CheckBoxFieldWidget)
    audience = schema.Set(
        title=_("label_workshop_audience", default="For whom"),
        value_type=schema.Choice(vocabulary="kommunalhub.material_audiences"),
        required=False,
    )
    level = schema.Choice(
        title=_("label_workshop_level", default="Level"),
        vocabulary="kommunalhub.material_levels",
        required=False,
    )
    workshop_language = schema.Choice(
        title=_("label_workshop_language", default="Language"),
        vocabulary="kommunalhub.material_languages",
        default="de",
    )
    trainers = schema.TextLine(
        title=_("label_workshop_trainers", default="Led by"),
        required=False,
        max_length=200,
    )
    contact = schema.TextLine(
        title=_("label_workshop_contact", default="E-mail for questions"),
        required=False,
        max_length=addresses.LONGEST,
        constraint=is_email,
    )
    bring = schema.TextLine(
        title=_("label_workshop_bring", default="What to bring"),
        required=False,
        max_length=300,
    )
    price = schema.TextLine(
        title=_("label_workshop_price", default="Costs"),
        description=_("help_workshop_price", default="Empty: it costs nothing."),
        required=False,
        max_length=100,
    )

    valid_months = schema.Int(
        title=_("label_workshop_valid", default="Months for which the certificate is valid"),
        description=_(
            "help_workshop_valid",
            default="Empty: for ever. Otherwise everybody who was there is reminded six weeks "
            "before the end to take part again.",
        ),
        required=False,
        constraint=validation.is_validity,
    )

    model.fieldset(
        "seats",
        label=_("fieldset_workshop_seats", default="Seats and registration"),
        fields=["capacity", "minimum", "quotas", "quotas_until", "own_first", "hub_seats"]
        + ["opens_on", "closes_on", "give_back_until", "offer_hours"],
    )
    capacity = schema.Int(
        title=_("label_workshop_capacity", default="Seats"),
        default=12,
        constraint=validation.is_capacity,
    )
    minimum = schema.Int(
        title=_("label_workshop_minimum", default="Participants at least"),
        description=_("help_workshop_minimum", default="0: it takes place with anybody."),
        default=0,
        constraint=validation.is_minimum,
    )
    quotas = schema.Text(
        title=_("label_workshop_quotas", default="Seats kept for administrations"),
        description=_(
            "help_workshop_quotas",
            default="One administration a line, like „Musterdorf: 4“. All other seats are for "
            "everybody.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=1000,
        constraint=validation.are_quotas,
    )
    quotas_until = schema.Date(
        title=_("label_workshop_quotas_until", default="Kept until"),
        description=_(
            "help_workshop_quotas_until",
            default="The last day on which they are kept; from the next day on all free seats "
            "are for everybody. Empty: until the end of registration.",
        ),
        required=False,
    )
    own_first = schema.Bool(
        title=_("label_workshop_own_first", default="Own administration first"),
        description=_(
            "help_workshop_own_first",
            default="On the waiting list, people of the administration that gives the workshop "
            "come before the others.",
        ),
        required=False,
        default=False,
    )
    hub_seats = schema.Int(
        title=_("label_workshop_hub_seats", default="Seats for people of other hubs"),
        description=_(
            "help_workshop_hub_seats",
            default="So many of them at most, whoever comes first. Share the workshop with other "
            "hubs afterwards: their people register by a link of their hub. 0: nobody.",
        ),
        default=0,
        constraint=validation.is_minimum,
    )
    opens_on = schema.Date(
        title=_("label_workshop_opens", default="Registration from"),
        description=_("help_workshop_opens", default="Empty: as soon as it is published."),
        required=False,
    )
    closes_on = schema.Date(
        title=_("label_workshop_closes", default="Registration until"),
        description=_(
            "help_workshop_closes", default="The last day. Empty: until the workshop begins."
        ),
        required=False,
    )
    give_back_until = schema.Date(
        title=_("label_workshop_give_back", default="Seats can be given back until"),
        description=_(
            "help_workshop_give_back",
            default="The last day on which people do so by themselves; later they write to you. "
            "Empty: until the workshop begins.",
        ),
        required=False,
    )
    offer_hours = schema.Int(
        title=_("label_workshop_offer", default="Hours to take an offer"),
        description=_(
            "help_workshop_offer",
            default="A seat that becomes free is offered to the first who waits, for so long.",
        ),
        default=24,
        constraint=validation.is_offer_hours,
    )

    @invariant
    def quotas_fit(data):
        validation.check_quotas(data.quotas, data.capacity)

    @invariant
    def minimum_fits(data):
        validation.check_seats("minimum", data.minimum, data.capacity)

    @invariant
    def hub_seats_fit(data):
        validation.check_seats("hub_seats", data.hub_seats, data.capacity)

    @invariant
    def closes_after_opening(data):
        if data.opens_on and data.closes_on and data.closes_on < data.opens_on:
            raise FieldError(
                _(
                    "error_workshop_closes",
                    default="Registration would end before it begins.",
                ),
                "closes_on",
            )
