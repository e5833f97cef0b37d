"""What a report asks; all of it is filled in beforehand."""

from kommunalhub import _
from kommunalhub.projects.book.schemas import listed
from kommunalhub.projects.reports import rules
from zope import schema
from zope.interface import Interface


STANDINGS = {
    rules.ON_PLAN: _("report_on_plan", default="on plan"),
    rules.DEVIATES: _("report_deviates", default="goes on, otherwise than planned"),
    rules.STUCK: _("report_stuck", default="is stuck"),
}


class IReport(Interface):
    """The report of a month."""

    standing = schema.Choice(
        title=_("label_report_standing", default="How the project stands"),
        vocabulary=listed(STANDINGS),
        default=rules.ON_PLAN,
    )
    happened = schema.Text(
        title=_("label_report_happened", default="What has happened this month"),
        description=_(
            "help_report_happened",
            default="Filled in from milestones, tasks and decisions. Please say in your own words "
            "what matters.",
        ),
        max_length=3000,
    )
    ahead = schema.Text(
        title=_("label_report_ahead", default="What comes next"),
        required=False,
        missing_value="",
        max_length=2000,
    )
