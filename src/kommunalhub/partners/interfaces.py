"""What others may use of the partners: schemas, markers, events, exceptions."""

from kommunalhub import _
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from zope import schema
from zope.component import queryUtility
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import provider
from zope.schema.interfaces import IContextAwareDefaultFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


KINDS = SimpleVocabulary(
    [
        SimpleTerm(
            "municipality", title=_("partner_kind_municipality", default="Town or municipality")
        ),
        SimpleTerm(
            "office_union", title=_("partner_kind_office_union", default="Joint administration")
        ),
        SimpleTerm("operator", title=_("partner_kind_operator", default="Operator of the hub")),
    ]
)


class IPartner(Interface):
    """One administration behind the hub, kept in the registry."""

    title = schema.TextLine(
        title=_("label_partner_title", default="Name"),
        description=_(
            "help_partner_title", default="As it stands on letters, e.g. „Gemeinde Musterdorf“."
        ),
        max_length=100,
    )
    short_title = schema.TextLine(
        title=_("label_partner_short_title", default="Short name"),
        description=_("help_partner_short_title", default="For lists, e.g. „Musterdorf“."),
        max_length=30,
    )
    kind = schema.Choice(
        title=_("label_partner_kind", default="Kind"), vocabulary=KINDS, default="municipality"
    )
    colour = schema.TextLine(
        title=_("label_partner_colour", default="Colour"),
        description=_(
            "help_partner_colour",
            default="White writing on it must be readable (contrast of 4.5:1 or more).",
        ),
        default="#0b4f5c",
    )
    email = schema.TextLine(
        title=_("label_partner_email", default="E-mail"), required=False, max_length=254
    )
    phone = schema.TextLine(
        title=_("label_partner_phone", default="Telephone"), required=False, max_length=40
    )
    address = schema.Text(
        title=_("label_partner_address", default="Address"), required=False, max_length=500
    )


class IHasPartner(Interface):
    """An object that belongs to one partner; computed roles come from it."""

    partner = Attribute("Id of the partner, a str kept on the object itself.")


class IPartnerArea(Interface):
    """Marks the folder in which an administration writes, see core/homeblocks."""


class IPartnerAssignment(Interface):
    """Utility: which partner an object gets, and who may pick which."""

    def default(context):
        """Return the partner id for something new in (or stored as) `context`."""

    def refusal(context, partner):
        """Return None if the current user may set `partner` there, else a ValidationError."""


class PartnerChoice(schema.Choice):
    """A choice that checks, for forms and REST alike, whether this person may pick that partner."""

    def _validate(self, value):
        super()._validate(value)
        assignment = queryUtility(IPartnerAssignment)
        refusal = assignment.refusal(self.context, value) if assignment is not None else None
        if refusal is not None:
            raise refusal.with_field_and_value(self, value)


@provider(IContextAwareDefaultFactory)
def default_partner(context):
    """Return the partner that something new here belongs to."""
    assignment = queryUtility(IPartnerAssignment)
    return assignment.default(context) if assignment is not None else None


@provider(IFormFieldProvider)
class IPartnered(IHasPartner, model.Schema):
    """Behaviour `kommunalhub.partner`: the object names the administration it belongs to.

    What has it provides IHasPartner too.
    """

    partner = PartnerChoice(
        title=_("label_partner", default="Administration"),
        description=_("help_partner", default="The administration that is responsible for it."),
        vocabulary="kommunalhub.partners",
        defaultFactory=default_partner,
    )


class IAskedPartners(Interface):
    """Subscription adapters of an IHasPartner object: callables that return partner ids.

    The reviewers of these partners hold `Consenter` on the object. Register the factory with
    <subscriber for="..." provides="...IAskedPartners" factory="..." />: it takes the object and
    returns a tuple, quickly, for it runs with permission checks.
    """


class IPartnerEvent(Interface):
    """Something happened to a partner."""

    partner = Attribute("Id of the partner.")


class IPartnerAddedEvent(IPartnerEvent):
    """A partner with its groups is there: make folders now."""


class IPartnerModifiedEvent(IPartnerEvent):
    """A partner got another name, colour or contact."""


class IPartnerRemovedEvent(IPartnerEvent):
    """A partner without cases is gone, its groups and empty folders too."""


class PartnerEvent:
    """What the three events have in common."""

    def __init__(self, partner):
        self.partner = partner


@implementer(IPartnerAddedEvent)
class PartnerAddedEvent(PartnerEvent):
    """See IPartnerAddedEvent."""


@implementer(IPartnerModifiedEvent)
class PartnerModifiedEvent(PartnerEvent):
    """See IPartnerModifiedEvent."""


@implementer(IPartnerRemovedEvent)
class PartnerRemovedEvent(PartnerEvent):
    """See IPartnerRemovedEvent."""


class PartnerInvalid(ValueError):
    """A field of a partner is wrong; `errors` is {field name: translatable sentence}."""

    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


class PartnerInUse(ValueError):
    """A partner cannot go; args[0] is a translatable sentence, `count` the number of cases."""

    def __init__(self, message, count=0):
        super().__init__(message)
        self.count = count
