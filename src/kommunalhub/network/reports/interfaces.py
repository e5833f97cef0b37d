"""The fields of a report of experience."""

from kommunalhub import _
from kommunalhub.core.validation import is_between
from kommunalhub.network.reports import rules
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.browser.radio import RadioFieldWidget
from zope import schema
from zope.interface import Interface


LONGEST = 3000


class IReportFolder(Interface):
    """Marks the folder `netzwerk/erfahrungen`."""


class IExperienceReport(model.Schema):
    """What was done, for whom, what it cost and took, and what one would do again."""

    title = schema.TextLine(
        title=_("label_report_title", default="Title"),
        description=_("help_report_title", default="What it is about, in a few words."),
        max_length=200,
    )
    description = schema.Text(
        title=_("label_report_summary", default="Summary"),
        description=_("help_report_summary", default="Two or three sentences for the list."),
        required=False,
        missing_value="",
        default="",
        max_length=1000,
    )
    directives.widget("theme_fields", CheckBoxFieldWidget)
    theme_fields = schema.Set(
        title=_("label_report_fields", default="Theme fields"),
        value_type=schema.Choice(vocabulary="kommunalhub.project_fields"),
        required=False,
    )
    directives.widget("what", rows=6)
    what = schema.Text(
        title=_("label_report_what", default="What was done"),
        description=_("help_report_names", default="Without names of persons, please."),
        max_length=LONGEST,
    )
    for_whom = schema.TextLine(
        title=_("label_report_for_whom", default="For whom this is of use"),
        description=_(
            "help_report_for_whom", default="For example „Gemeinden mit einer offenen Bücherei“."
        ),
        required=False,
        missing_value="",
        default="",
        max_length=200,
    )
    directives.widget("town", RadioFieldWidget)
    town = schema.Choice(
        title=_("label_report_town", default="Size of the municipality"),
        vocabulary="kommunalhub.report_towns",
        required=False,
    )
    directives.widget("cost", RadioFieldWidget)
    cost = schema.Choice(
        title=_("label_report_cost", default="Cost"),
        description=_("help_report_cost", default="Roughly: a class is enough."),
        vocabulary="kommunalhub.report_costs",
        required=False,
    )
    months = schema.Int(
        title=_("label_report_months", default="How long it took, in months"),
        required=False,
        constraint=is_between(1, rules.MOST_MONTHS),
    )
    directives.widget("worked", rows=5)
    worked = schema.Text(
        title=_("label_report_worked", default="What worked well"),
        required=False,
        missing_value="",
        default="",
        max_length=LONGEST,
    )
    directives.widget("went_wrong", rows=5)
    went_wrong = schema.Text(
        title=_("label_report_wrong", default="What went wrong"),
        description=_(
            "help_report_wrong", default="This is what others read first: it saves them the way."
        ),
        max_length=LONGEST,
    )
    directives.widget("again", rows=5)
    again = schema.Text(
        title=_("label_report_again", default="What we would do again, and what not"),
        max_length=LONGEST,
    )
    contact = schema.TextLine(
        title=_("label_report_contact", default="Whom others may ask"),
        description=_(
            "help_report_contact",
            default="A function and a telephone number. Only people of this hub see it: other hubs "
            "ask through the network.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=200,
    )
