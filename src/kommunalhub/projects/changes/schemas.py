"""What is asked of who wants to change what was agreed."""

from kommunalhub import _
from kommunalhub.core.amounts import Euro
from kommunalhub.projects.interfaces import is_day
from zope import schema
from zope.interface import Interface


class IChange(Interface):
    """What is to hold instead, and why."""

    goal = schema.Text(
        title=_("label_project_goal", default="Goal and scope"),
        max_length=4000,
    )
    budget = Euro(
        title=_("label_project_budget", default="Budget"),
        description=_("help_euros", default="In euros, for example 25.000,00."),
    )
    own_share = Euro(title=_("label_project_own_share", default="Own share of the partners"))
    end = schema.Date(title=_("label_project_end", default="Ends on"), constraint=is_day)
    reason = schema.Text(
        title=_("label_change_reason", default="Why it has to change"),
        description=_("help_change_reason", default="All partners read it."),
        max_length=1000,
    )


#: What a change can be about, in the order of its table. Who takes part has a form of its own.
ABOUT = ("goal", "budget", "own_share", "end", "partners")
