"""What a programme pays: the fields, and what must hold between them."""

from kommunalhub import _
from kommunalhub.core.amounts import Euro
from kommunalhub.core.amounts import Percent
from kommunalhub.core.validation import FieldError
from kommunalhub.funding import rules
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.radio import RadioFieldWidget
from zope import schema
from zope.interface import invariant


LONGEST = 5000


class IProgrammeMoney(model.Schema):
    """How much a programme pays, of what, and what it asks the applicant to bring."""

    model.fieldset(
        "money",
        label=_("fieldset_programme_money", default="Money"),
        fields=[
            *("financing", "rate", "own_share", "third_party", "min_amount", "max_amount"),
            *("threshold", "threshold_on", "eligible_costs"),
        ],
    )
    financing = schema.Choice(
        title=_("label_financing", default="Kind of financing"),
        vocabulary="kommunalhub.funding_financing",
        required=False,
    )
    rate = Percent(
        title=_("label_rate", default="Funding rate"),
        description=_("help_rate", default="In percent: the highest that the programme knows."),
        required=False,
    )
    own_share = Percent(
        title=_("label_own_share", default="Own share"),
        description=_(
            "help_own_share", default="In percent: what the applicant must bring at least."
        ),
        required=False,
    )
    third_party = schema.Choice(
        title=_("label_third_party", default="Money of third parties"),
        description=_(
            "help_third_party", default="What it does to own share and grant, if there is any."
        ),
        vocabulary="kommunalhub.funding_third_party",
        required=False,
    )
    min_amount = Euro(
        title=_("label_min_amount", default="Smallest amount"),
        description=_("help_euros", default="In euros, for example 25.000,00."),
        required=False,
    )
    max_amount = Euro(
        title=_("label_max_amount", default="Largest amount"),
        description=_("help_euros", default="In euros, for example 25.000,00."),
        required=False,
    )

    threshold = Euro(
        title=_("label_threshold", default="Minor limit"),
        description=_("help_threshold", default="In euros: what stays below it is not funded."),
        required=False,
    )
    directives.widget("threshold_on", RadioFieldWidget)
    threshold_on = schema.Choice(
        title=_("label_threshold_on", default="The minor limit is about"),
        vocabulary="kommunalhub.funding_threshold_on",
        default="grant",
        required=False,
    )
    directives.widget("eligible_costs", rows=4)
    eligible_costs = schema.Text(
        title=_("label_eligible_costs", default="Eligible costs"),
        description=_("help_eligible_costs", default="What is paid for and what is not, in short."),
        required=False,
        max_length=LONGEST,
    )

    @invariant
    def amounts_in_order(data):
        if not rules.is_within(data.min_amount, data.max_amount):
            raise FieldError(
                _(
                    "error_min_above_max",
                    default="The smallest amount is above the largest amount.",
                ),
                "min_amount",
            )

    @invariant
    def shares_within_the_whole(data):
        if not rules.shares_fit(data.rate, data.own_share):
            raise FieldError(
                _(
                    "error_shares_above_whole",
                    default="Funding rate and own share together are more than 100 percent.",
                ),
                "own_share",
            )
