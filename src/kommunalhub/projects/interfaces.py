"""What others may use of projects: schema and markers."""

from kommunalhub import _
from kommunalhub.core.amounts import Euro
from kommunalhub.core.amounts import is_web_address
from kommunalhub.core.validation import FieldError
from kommunalhub.core.validation import is_email
from kommunalhub.core.validation import is_phone
from kommunalhub.lib import addresses
from kommunalhub.partners.interfaces import default_partner
from kommunalhub.partners.interfaces import PartnerChoice
from kommunalhub.projects import rules
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.relationfield.schema import RelationChoice
from z3c.relationfield.schema import RelationList
from zope import schema
from zope.interface import Interface
from zope.interface import invariant


#: What the partners agree on; later it changes with their consent alone.
SCOPE = ("goal", "partner", "partners", "budget", "own_share", "start", "end")


class IProjectSection(Interface):
    """Marks the folder `projekte`."""


def is_day(value):
    """Constraint: a day of this century."""
    if not rules.is_day(value):
        raise FieldError(_("error_project_day", default="Please give a day between 2000 and 2099."))
    return True


class IProject(model.Schema):
    """A project of several administrations."""

    title = schema.TextLine(
        title=_("label_project_title", default="Name of the project"), max_length=150
    )
    description = schema.Text(
        title=_("label_project_short", default="In two sentences"),
        description=_(
            "help_project_short", default="What comes of it, for people who have never heard of it."
        ),
        required=False,
        missing_value="",
        default="",
        max_length=500,
    )
    directives.write_permission(goal="kommunalhub.SetProjectScope")
    goal = schema.Text(
        title=_("label_project_goal", default="Goal and scope"),
        description=_(
            "help_project_goal",
            default="What is to be reached, and what belongs to it. All partners agree to that.",
        ),
        max_length=4000,
    )
    directives.widget("theme_fields", CheckBoxFieldWidget)
    theme_fields = schema.Set(
        title=_("label_project_fields", default="Fields of the theme"),
        value_type=schema.Choice(vocabulary="kommunalhub.project_fields"),
        min_length=1,
    )

    model.fieldset(
        "with",
        label=_("fieldset_project_partners", default="Lead and partners"),
        fields=["partner", "partners"],
    )
    directives.write_permission(partner="kommunalhub.SetProjectScope")
    partner = PartnerChoice(
        title=_("label_project_lead", default="Lead"),
        description=_("help_project_lead", default="This administration leads the project."),
        vocabulary="kommunalhub.partners",
        defaultFactory=default_partner,
    )
    directives.write_permission(partners="kommunalhub.SetProjectScope")
    directives.widget("partners", CheckBoxFieldWidget)
    partners = schema.Set(
        title=_("label_project_partners", default="Partners"),
        description=_(
            "help_project_partners",
            default="All of them are asked for their consent, the lead as well.",
        ),
        value_type=schema.Choice(vocabulary="kommunalhub.partners"),
        min_length=1,
    )
    model.fieldset(
        "citizens",
        label=_("fieldset_project_citizens", default="For citizens"),
        description=_(
            "fieldset_project_citizens_about",
            default="This stands on the public page once it has been released.",
        ),
        fields=["gain", "take_part", "contact_name", "contact_email", "contact_phone", "survey"],
    )
    gain = schema.Text(
        title=_("label_project_gain", default="What citizens gain"),
        max_length=2000,
    )
    take_part = schema.Text(
        title=_("label_project_take_part", default="How to take part"),
        description=_(
            "help_project_take_part",
            default="For example an event, a consultation hour or a working group.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=2000,
    )
    directives.widget("contact_name", autocomplete="name")
    contact_name = schema.TextLine(
        title=_("label_project_contact", default="Whom to ask"),
        required=False,
        max_length=200,
    )
    directives.widget("contact_email", autocomplete="email")
    contact_email = schema.TextLine(
        title=_("label_project_contact_email", default="E-mail for questions"),
        required=False,
        max_length=addresses.LONGEST,
        constraint=is_email,
    )
    directives.widget("contact_phone", autocomplete="tel")
    contact_phone = schema.TextLine(
        title=_("label_project_contact_phone", default="Telephone for questions"),
        required=False,
        max_length=40,
        constraint=is_phone,
    )
    survey = schema.TextLine(
        title=_("label_project_survey", default="Address of a survey"),
        required=False,
        max_length=500,
        constraint=is_web_address,
    )

    model.fieldset(
        "frame",
        label=_("fieldset_project_frame", default="Money and time"),
        fields=["budget", "own_share", "start", "end"],
    )
    directives.write_permission(budget="kommunalhub.SetProjectScope")
    budget = Euro(
        title=_("label_project_budget", default="Budget"),
        description=_("help_euros", default="In euros, for example 25.000,00."),
    )
    directives.write_permission(own_share="kommunalhub.SetProjectScope")
    own_share = Euro(
        title=_("label_project_own_share", default="Own share of the partners"),
        description=_(
            "help_project_own_share",
            default="What the partners pay together; the rest is to be funded.",
        ),
    )
    directives.write_permission(start="kommunalhub.SetProjectScope")
    start = schema.Date(title=_("label_project_start", default="Begins on"), constraint=is_day)
    directives.write_permission(end="kommunalhub.SetProjectScope")
    end = schema.Date(title=_("label_project_end", default="Ends on"), constraint=is_day)

    model.fieldset(
        "beside",
        label=_("fieldset_project_beside", default="What belongs to it"),
        fields=["cases", "related"],
    )
    directives.widget("cases", CheckBoxFieldWidget)
    cases = RelationList(
        title=_("label_project_cases", default="Funding cases"),
        description=_(
            "help_project_cases",
            default="Their money is shown live. Each case stays visible to its own people alone; "
            "the partners see the sums.",
        ),
        value_type=RelationChoice(vocabulary="kommunalhub.project_cases"),
        required=False,
        default=[],
    )
    directives.widget("related", CheckBoxFieldWidget)
    related = RelationList(
        title=_("label_project_related", default="Workshops, exhibits, dates and news"),
        value_type=RelationChoice(vocabulary="kommunalhub.project_related"),
        required=False,
        default=[],
    )

    @invariant
    def own_share_within_budget(data):
        if not rules.is_within(data.own_share, data.budget):
            raise FieldError(
                _(
                    "error_project_own_share",
                    default="The own share is higher than the budget. Please check both.",
                ),
                "own_share",
            )

    @invariant
    def ends_after_start(data):
        if not rules.is_ordered(data.start, data.end):
            raise FieldError(
                _(
                    "error_project_order",
                    default="The project ends before it begins. Please check both days.",
                ),
                "end",
            )
