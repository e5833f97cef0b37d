"""What the forms about money ask."""

from kommunalhub import _
from kommunalhub.core.amounts import Euro
from kommunalhub.core.amounts import is_past_day
from kommunalhub.funding.money import titles
from zope import schema
from zope.interface import Interface
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


EUROS = _("help_euros", default="In euros, for example 25.000,00.")


def listed(found):
    """Return a vocabulary of {token: title}."""
    return SimpleVocabulary([SimpleTerm(token, token, title) for token, title in found.items()])


class IAsk(Interface):
    """A drawdown."""

    day = schema.Date(
        title=_("label_asked_on", default="Asked for on"),
        description=_("help_asked_on", default="The day on which you sent it to the funder."),
        constraint=is_past_day,
    )
    due = Euro(
        title=_("label_due_payments", default="Payments that are due now"),
        description=_(
            "help_due_payments",
            default="Eligible payments that you will make within two months of the payout, in "
            "euros. What is paid already stands in the list of receipts and need not be repeated.",
        ),
    )
    amount = Euro(title=_("label_drawdown_amount", default="Amount asked for"), description=EUROS)
    comment = schema.Text(
        title=_("label_comment_optional", default="Comment"), required=False, max_length=1000
    )


class IReceive(Interface):
    """What came for a drawdown."""

    day = schema.Date(title=_("label_received_on", default="Received on"), constraint=is_past_day)
    amount = Euro(title=_("label_received_amount", default="Amount received"), description=EUROS)


class IWhy(Interface):
    """Why something is taken back."""

    comment = schema.Text(title=_("label_money_why", default="Why?"), max_length=1000)


class IPayBack(Interface):
    """What was paid back to the funder."""

    day = schema.Date(title=_("label_paid_back_on", default="Paid back on"), constraint=is_past_day)
    amount = Euro(
        title=_("label_paid_back_amount", default="Of the grant"),
        description=_("help_paid_back_amount", default="In euros, without interest."),
    )
    interest = Euro(
        title=_("label_paid_back_interest", default="Interest beside it"),
        description=EUROS,
        required=False,
    )
    comment = schema.Text(title=_("label_money_why", default="Why?"), max_length=1000)


class IReceipt(Interface):
    """A receipt."""

    invoice = schema.TextLine(
        title=_("label_receipt_number", default="Number of the receipt"), max_length=100
    )
    payee = schema.TextLine(title=_("label_receipt_payee", default="Paid to"), max_length=200)
    what = schema.TextLine(
        title=_("label_receipt_what", default="What for"), required=False, max_length=500
    )
    item = schema.TextLine(title=_("label_receipt_item", default="Item of the plan"))
    day = schema.Date(
        title=_("label_receipt_day", default="Day of the invoice"),
        required=False,
        constraint=is_past_day,
    )
    paid_on = schema.Date(
        title=_("label_receipt_paid_on", default="Day of the payment"), constraint=is_past_day
    )
    net = Euro(title=_("label_receipt_net", default="Without tax"), required=False)
    gross = Euro(title=_("label_receipt_gross", default="Paid in all"), description=EUROS)
    eligible = Euro(
        title=_("label_receipt_eligible", default="Eligible part"),
        description=_(
            "help_receipt_eligible",
            default="Leave it empty if all of it counts, or nothing: the plan says which.",
        ),
        required=False,
    )


class IProof(Interface):
    """A statement of use."""

    kind = schema.Choice(
        title=_("label_proof_kind", default="Kind of statement"), vocabulary=listed(titles.KINDS)
    )
    day = schema.Date(title=_("label_proof_day", default="Handed in on"), constraint=is_past_day)
    report = schema.Text(
        title=_("label_proof_report", default="Report"),
        description=_(
            "help_proof_report",
            default="What was done, what came of it, and how it went beside the plan.",
        ),
        max_length=30000,
    )
    third = Euro(
        title=_("label_proof_third", default="Money from others"),
        description=_(
            "help_proof_third", default="What came from others, in euros; empty: as planned."
        ),
        required=False,
    )
    reason = schema.Text(
        title=_("label_proof_reason", default="Why the plan was not kept"),
        description=_(
            "help_proof_reason", default="Only needed where it was exceeded by more than allowed."
        ),
        required=False,
        max_length=2000,
    )
    confirmed = schema.Bool(
        title=_(
            "label_proof_confirmed",
            default="The expenses were necessary, and the figures agree with books and receipts",
        ),
        required=False,
        default=False,
    )


class IResult(Interface):
    """What the funder answered."""

    state = schema.Choice(
        title=_("label_result_state", default="Result"), vocabulary=listed(titles.RESULTS)
    )
    day = schema.Date(title=_("label_result_day", default="Answer of"), constraint=is_past_day)
    amount = Euro(
        title=_("label_result_amount", default="Grant that remains"),
        description=_(
            "help_result_amount", default="Only if the funder names another amount than you did."
        ),
        required=False,
    )
    repay = Euro(
        title=_("label_result_repay", default="To be paid back"), description=EUROS, required=False
    )
    interest = Euro(
        title=_("label_result_interest", default="Interest asked for"),
        description=EUROS,
        required=False,
    )
    due = schema.Date(title=_("label_result_due", default="Due on"), required=False)
    comment = schema.Text(
        title=_("label_result_comment", default="Reasons of the funder"),
        description=_("help_result_comment", default="Needed unless all of it was accepted."),
        required=False,
        max_length=2000,
    )


class IThing(Interface):
    """Something that stays earmarked."""

    title = schema.TextLine(title=_("label_thing_title", default="What it is"), max_length=200)
    inventory_number = schema.TextLine(
        title=_("label_thing_number", default="Inventory number"), required=False, max_length=50
    )
    bought_on = schema.Date(
        title=_("label_thing_bought", default="Bought on"), constraint=is_past_day
    )
    price = Euro(title=_("label_thing_price", default="Price without tax"), description=EUROS)
    place = schema.TextLine(title=_("label_thing_place", default="Where it is"), max_length=200)
    until = schema.Date(
        title=_("label_thing_until", default="Earmarked until"),
        description=_("help_thing_until", default="Leave it empty: the notice says how long."),
        required=False,
    )


class IDispose(Interface):
    """Something is gone."""

    day = schema.Date(title=_("label_thing_gone", default="Gone since"), constraint=is_past_day)
    comment = schema.Text(
        title=_("label_thing_why", default="Why, and where it went"), max_length=1000
    )
    anyway = schema.Bool(
        title=_("label_thing_anyway", default="The funder was asked"),
        required=False,
        default=False,
    )
