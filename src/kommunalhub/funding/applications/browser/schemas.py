"""What the forms of applications ask."""

from kommunalhub import _
from kommunalhub.core.amounts import Euro
from kommunalhub.core.amounts import is_past_day
from kommunalhub.funding.applications import rules
from kommunalhub.funding.applications import titles
from zope import schema
from zope.interface import Interface
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


def listed(found):
    """Return a vocabulary of {token: title}."""
    return SimpleVocabulary([SimpleTerm(token, token, title) for token, title in found.items()])


COMMENT = {
    "title": _("label_comment_optional", default="Comment"),
    "required": False,
    "max_length": 2000,
}


class IFacts(Interface):
    """What is asked for."""

    amount = Euro(
        title=_("label_application_amount", default="Applied for"),
        description=_("help_euros", default="In euros, for example 25.000,00."),
        required=False,
    )
    clearance_until = schema.Date(
        title=_("label_clearance_until", default="Clearance valid until"),
        description=_(
            "help_clearance_until",
            default="Unbedenklichkeitsbescheinigung: the last day on which it counts.",
        ),
        required=False,
    )
    reference = schema.TextLine(
        title=_("label_application_reference", default="The funder's file number"),
        required=False,
        max_length=100,
    )


class INewApplication(Interface):
    """A new application."""

    programme = schema.Choice(
        title=_("label_application_programme", default="Programme"),
        vocabulary="kommunalhub.funding_programmes",
        required=False,
    )
    programme_title = schema.TextLine(
        title=_("label_application_programme_title", default="Or its name"),
        description=_(
            "help_application_programme_title", default="If it is not in the catalogue yet."
        ),
        required=False,
        max_length=300,
    )
    kind = schema.Choice(
        title=_("label_application_kind", default="Kind of application"),
        vocabulary=listed(titles.KINDS),
        default="first",
    )


class IStep(Interface):
    """One step of an application."""

    state = schema.Choice(
        title=_("label_application_step", default="Where it stands now"),
        vocabulary=listed(
            {token: titles.STATES[token] for token in rules.STATES if token not in rules.BY_NOTICE}
        ),
    )
    day = schema.Date(
        title=_("label_application_day", default="Since which day"), constraint=is_past_day
    )
    comment = schema.Text(**COMMENT)
    anyway = schema.Bool(
        title=_("label_file_anyway", default="It was filed although documents are missing"),
        required=False,
        default=False,
    )


class IEarlyStart(Interface):
    """What became of an early start."""

    state = schema.Choice(
        title=_("label_early_state", default="The early start is now"),
        vocabulary=listed(
            {token: title for token, title in titles.EARLY.items() if token != "none"}
        ),
    )
    day = schema.Date(title=_("label_early_day", default="On"), constraint=is_past_day)
    valid_until = schema.Date(
        title=_("label_early_until", default="Valid until"),
        description=_(
            "help_early_until", default="If the approval names a day; empty means no end."
        ),
        required=False,
    )
    comment = schema.Text(**COMMENT)


class IOrder(Interface):
    """One order or contract."""

    day = schema.Date(
        title=_("label_order_day", default="Day on which it was ordered or signed"),
        constraint=is_past_day,
    )
    what = schema.TextLine(title=_("label_order_what", default="What"), max_length=300)
    amount = Euro(title=_("label_order_amount", default="Amount with taxes"))
    supplier = schema.TextLine(
        title=_("label_order_supplier", default="Ordered from"), required=False, max_length=200
    )
    kind = schema.Choice(
        title=_("label_order_kind", default="Kind of order"),
        vocabulary="kommunalhub.funding_order_kinds",
    )
    reserved = schema.Bool(
        title=_("label_order_reserved", default="Signed conditionally („unter Vorbehalt“)"),
        description=_(
            "help_order_reserved", default="It counts as the beginning of the project all the same."
        ),
        required=False,
        default=False,
    )
    reason = schema.Text(
        title=_("label_order_reason", default="Why it is entered although it is too early"),
        description=_(
            "help_order_reason",
            default="Only if you were told that it is too early. A second person decides on it.",
        ),
        required=False,
        max_length=2000,
    )
