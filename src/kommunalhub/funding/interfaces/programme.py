"""The fields of a funding programme and what must hold between them."""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.funding import rules
from kommunalhub.funding.fields import Euro
from kommunalhub.funding.fields import is_past_day
from kommunalhub.funding.fields import is_web_address
from kommunalhub.funding.fields import Percent
from plone.app.textfield import RichText
from plone.autoform import directives
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.browser.radio import RadioFieldWidget
from zope import schema
from zope.interface import invariant


class IFundingProgramme(model.Schema):
    """One pot of money, its terms, and where they were read and when."""

    title = schema.TextLine(
        title=_("label_programme_title", default="Name of the programme"),
        description=_("help_programme_title", default="As the funder calls it."),
    )
    directives.widget("description", rows=3)
    description = schema.Text(
        title=_("label_programme_description", default="In one or two sentences"),
        description=_(
            "help_programme_description",
            default="What is funded, in plain words; it appears in the list of programmes.",
        ),
        required=False,
        missing_value="",
        default="",
    )
    # A list would show the first funder as chosen.
    directives.widget("funder", RadioFieldWidget)
    funder = schema.Choice(
        title=_("label_funder", default="Funder"),
        vocabulary="kommunalhub.funding_funders",
    )
    directives.widget("topics", CheckBoxFieldWidget)
    topics = schema.Set(
        title=_("label_topics", default="Topics"),
        value_type=schema.Choice(vocabulary="kommunalhub.funding_topics"),
        required=False,
    )
    directives.widget("eligible", CheckBoxFieldWidget)
    eligible = schema.Set(
        title=_("label_eligible", default="Who may apply"),
        value_type=schema.Choice(vocabulary="kommunalhub.funding_eligible"),
        required=False,
    )
    directives.widget("areas", CheckBoxFieldWidget)
    areas = schema.Set(
        title=_("label_areas", default="Area"),
        description=_(
            "help_areas", default="Where projects must lie; none means that it holds everywhere."
        ),
        value_type=schema.Choice(vocabulary="kommunalhub.funding_areas"),
        required=False,
    )

    model.fieldset(
        "money",
        label=_("fieldset_programme_money", default="Money"),
        fields=["rate", "own_share", "min_amount", "max_amount"],
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

    model.fieldset(
        "dates",
        label=_("fieldset_programme_dates", default="Deadlines"),
        fields=["deadline_kind", "deadline", "period_text", "earmark_years"],
    )
    directives.widget("deadline_kind", RadioFieldWidget)
    deadline_kind = schema.Choice(
        title=_("label_deadline_kind", default="When to apply"),
        vocabulary="kommunalhub.funding_deadline_kinds",
        default="rolling",
    )
    deadline = schema.Date(
        title=_("label_deadline", default="Application deadline"),
        description=_(
            "help_deadline", default="Last day on which an application counts as in time."
        ),
        required=False,
    )
    period_text = schema.TextLine(
        title=_("label_period_text", default="Funding period"),
        description=_(
            "help_period_text",
            default="How long the money may be used, in the words of the guideline.",
        ),
        required=False,
    )
    earmark_years = schema.Int(
        title=_("label_earmark_years", default="Earmarked"),
        description=_(
            "help_earmark_years",
            default="In years: how long what was paid for must serve its purpose.",
        ),
        required=False,
        min=0,
        max=50,
    )

    model.fieldset(
        "terms",
        label=_("fieldset_programme_terms", default="Terms"),
        fields=["early_start", "cumulable", "state_aid"],
    )
    early_start = schema.Choice(
        title=_("label_early_start", default="Early start of the project"),
        description=_(
            "help_early_start",
            default="Whether work may be ordered before the grant notice is there.",
        ),
        vocabulary="kommunalhub.funding_early_start",
        required=False,
    )
    cumulable = schema.Choice(
        title=_("label_cumulable", default="Together with other funding"),
        vocabulary="kommunalhub.funding_cumulable",
        required=False,
    )
    state_aid = schema.Choice(
        title=_("label_state_aid", default="State aid"),
        vocabulary="kommunalhub.funding_state_aid",
        required=False,
    )

    model.fieldset(
        "source",
        label=_("fieldset_programme_source", default="Guideline and source"),
        fields=["guideline_url", "guideline_file", "source_url", "checked_on", "details"],
    )
    guideline_url = schema.TextLine(
        title=_("label_guideline_url", default="Link to the guideline"),
        required=False,
        constraint=is_web_address,
    )
    guideline_file = NamedBlobFile(
        title=_("label_guideline_file", default="Guideline as a file"),
        required=False,
    )
    source_url = schema.TextLine(
        title=_("label_source_url", default="Source"),
        description=_("help_source_url", default="The page on which these terms were read."),
        constraint=is_web_address,
    )
    checked_on = schema.Date(
        title=_("label_checked_on", default="Checked on"),
        description=_(
            "help_checked_on", default="The day on which the terms were compared with the source."
        ),
        constraint=is_past_day,
    )
    details = RichText(
        title=_("label_programme_details", default="More about it"),
        required=False,
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

    @invariant
    def deadline_where_it_belongs(data):
        if rules.deadline_fits(data.deadline_kind, data.deadline):
            return
        if data.deadline_kind == "fixed":
            message = _("error_deadline_missing", default="Please give the application deadline.")
        else:
            message = _(
                "error_deadline_without_need",
                default="Applications are taken at any time: please leave the deadline empty.",
            )
        raise FieldError(message, "deadline")
