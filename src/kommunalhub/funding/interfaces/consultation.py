"""The fields of a funding consultation and what must hold between them."""

from kommunalhub import _
from kommunalhub.core.amounts import Euro
from kommunalhub.core.amounts import is_past_day
from kommunalhub.core.validation import FieldError
from kommunalhub.core.validation import is_email
from kommunalhub.core.validation import is_phone
from kommunalhub.funding import rules
from plone import api
from plone.autoform import directives
from plone.schema.email import Email
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.relationfield.schema import RelationChoice
from z3c.relationfield.schema import RelationList
from zope import schema
from zope.interface import invariant


#: Fields that the consultant writes; the applicant reads them from the recommendation on.
ADVICE = (
    "recommendation",
    "applied_amount",
    "granted_amount",
    "decision_date",
    "drawdown_deadline",
    "proof_deadline",
)


def own_name():
    """Return the name of the person who asks."""
    user = api.user.get_current()
    return user.getProperty("fullname") or user.getId() or None


def own_email():
    """Return the e-mail address of the person who asks, None where the site has none."""
    return api.user.get_current().getProperty("email") or None


class IFundingConsultation(model.Schema):
    """One project of an administration for which funding is sought."""

    title = schema.TextLine(
        title=_("label_consultation_title", default="Project"),
        description=_("help_consultation_title", default="For example: Roof of the fire station."),
    )
    directives.widget("description", rows=3)
    description = schema.Text(
        title=_("label_consultation_description", default="Short description"),
        description=_(
            "help_consultation_description",
            default="Where, what and why now, in two or three sentences.",
        ),
        required=False,
        missing_value="",
        default="",
    )
    directives.widget("goal", rows=4)
    goal = schema.Text(
        title=_("label_goal", default="Goal"),
        description=_("help_goal", default="What is better when the project is done?"),
    )
    directives.widget("topics", CheckBoxFieldWidget)
    topics = schema.Set(
        title=_("label_topics", default="Topics"),
        description=_(
            "help_consultation_topics", default="All that touch the project; they find programmes."
        ),
        value_type=schema.Choice(vocabulary="kommunalhub.funding_topics"),
        required=False,
    )
    start_date = schema.Date(
        title=_("label_start_date", default="Wished start of work"),
        description=_(
            "help_start_date",
            default="Please do not order anything before the grant notice is there; "
            "it can cost the funding.",
        ),
        required=False,
    )
    council_date = schema.Date(
        title=_("label_council_date", default="Next session that can decide"),
        description=_(
            "help_council_date",
            default="Of the council or the committee: the application often needs its decision.",
        ),
        required=False,
    )
    model.fieldset(
        "costs",
        label=_("fieldset_costs", default="Costs"),
        description=_(
            "fieldset_costs_about",
            default="Estimates will do. What you do not know yet stays empty.",
        ),
        fields=["total_cost", "own_funds", "other_funds"],
    )
    total_cost = Euro(
        title=_("label_total_cost", default="Total cost"),
        description=_("help_total_cost", default="In euros, for example 184.500,00."),
        required=False,
    )
    own_funds = Euro(
        title=_("label_own_funds", default="Own funds"),
        description=_("help_own_funds", default="In euros: what the administration pays itself."),
        required=False,
    )
    other_funds = Euro(
        title=_("label_other_funds", default="Other funds"),
        description=_(
            "help_other_funds",
            default="In euros: money of third parties, for example of an association.",
        ),
        required=False,
    )

    model.fieldset(
        "contact",
        label=_("fieldset_contact", default="Contact person"),
        fields=["contact_name", "contact_email", "contact_phone"],
    )
    directives.widget("contact_name", autocomplete="name")
    contact_name = schema.TextLine(
        title=_("label_contact_name", default="Name"), defaultFactory=own_name
    )
    directives.widget("contact_email", autocomplete="email")
    contact_email = Email(
        title=_("label_contact_email", default="E-mail"),
        defaultFactory=own_email,
        constraint=is_email,
    )
    directives.widget("contact_phone", autocomplete="tel")
    contact_phone = schema.TextLine(
        title=_("label_contact_phone", default="Phone"),
        required=False,
        constraint=is_phone,
    )

    model.fieldset(
        "known_programmes",
        label=_("fieldset_known_programmes", default="Programmes you have in mind"),
        description=_(
            "fieldset_known_programmes_about",
            default="Leave it empty if you do not know one yet: we look for it.",
        ),
        fields=["programmes"],
    )
    directives.widget("programmes", CheckBoxFieldWidget)
    programmes = RelationList(
        title=_("label_programmes", default="Programmes"),
        value_type=RelationChoice(vocabulary="kommunalhub.funding_programmes"),
        required=False,
        default=[],
    )

    model.fieldset(
        "advice",
        label=_("fieldset_advice", default="Advice"),
        description=_(
            "fieldset_advice_about",
            default="The consultant writes here; the administration reads it "
            "once the recommendation is given.",
        ),
        fields=[*ADVICE, "protocol"],
    )
    directives.widget("recommendation", rows=8)
    recommendation = schema.Text(
        title=_("label_recommendation", default="Recommendation"),
        description=_(
            "help_recommendation",
            default="Which programme, why it fits, and what is to do next by whom.",
        ),
        required=False,
    )
    applied_amount = Euro(
        title=_("label_applied_amount", default="Applied for"),
        description=_("help_euros", default="In euros, for example 25.000,00."),
        required=False,
    )
    granted_amount = Euro(
        title=_("label_granted_amount", default="Granted"),
        description=_("help_euros", default="In euros, for example 25.000,00."),
        required=False,
    )
    decision_date = schema.Date(
        title=_("label_decision_date", default="Date of the notice"),
        required=False,
        constraint=is_past_day,
    )
    drawdown_deadline = schema.Date(
        title=_("label_drawdown_deadline", default="Draw the money by"), required=False
    )
    proof_deadline = schema.Date(
        title=_("label_proof_deadline", default="Statement of use due by"),
        description=_(
            "help_proof_deadline",
            default="The date in the notice; it differs from guideline to guideline.",
        ),
        required=False,
    )
    # Grows through operations.add_protocol_entry alone: read-only keeps forms and PATCH away.
    directives.omitted("protocol")
    protocol = schema.Tuple(
        title=_("label_protocol", default="Record of the consultation"),
        value_type=schema.Dict(key_type=schema.TextLine()),
        readonly=True,
        required=False,
        default=(),
    )

    directives.write_permission(**dict.fromkeys(ADVICE, "kommunalhub.Advise"))
    directives.read_permission(**dict.fromkeys([*ADVICE, "protocol"], "kommunalhub.ViewAdvice"))

    @invariant
    def funds_within_cost(data):
        if not rules.funds_fit(data.total_cost, data.own_funds, data.other_funds):
            raise FieldError(
                _(
                    "error_funds_above_cost",
                    default="Own and other funds together are more than the total cost.",
                ),
                "own_funds",
            )

    @invariant
    def applied_within_cost(data):
        if not rules.is_within(data.applied_amount, data.total_cost):
            raise FieldError(
                _(
                    "error_applied_above_cost",
                    default="More was applied for than the project costs.",
                ),
                "applied_amount",
            )

    @invariant
    def granted_within_cost(data):
        if not rules.is_within(data.granted_amount, data.total_cost):
            raise FieldError(
                _(
                    "error_granted_above_cost",
                    default="More was granted than the project costs.",
                ),
                "granted_amount",
            )

    @invariant
    def granted_within_applied(data):
        if not rules.is_within(data.granted_amount, data.applied_amount):
            raise FieldError(
                _(
                    "error_granted_above_applied",
                    default="More was granted than was applied for.",
                ),
                "granted_amount",
            )

    @invariant
    def drawn_after_decision(data):
        if not rules.is_ordered(data.decision_date, data.drawdown_deadline):
            raise FieldError(
                _(
                    "error_drawdown_before_decision",
                    default="The money cannot be due to be drawn before the notice.",
                ),
                "drawdown_deadline",
            )

    @invariant
    def proved_after_decision(data):
        # Not after the drawdown: some funders pay once they have the statement of use.
        if not rules.is_ordered(data.decision_date, data.proof_deadline):
            raise FieldError(
                _(
                    "error_proof_before_decision",
                    default="The statement of use cannot be due before the notice.",
                ),
                "proof_deadline",
            )
