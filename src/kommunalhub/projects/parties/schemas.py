"""What is asked of each partner, and of who changes who takes part."""

from kommunalhub import _
from kommunalhub.projects.vocabularies import ROLES
from zope import schema
from zope.interface import Interface


LONGEST = 200
ROLE = _("label_project_role", default="Role")
DOES = _("label_project_does", default="What it does")
LEAD = _("project_role_lead", default="Lead")


class IRole(Interface):
    """As what a partner takes part."""

    role = schema.Choice(title=ROLE, vocabulary=ROLES, default="partner")
    does = schema.TextLine(title=DOES, required=False, missing_value="", max_length=LONGEST)


class IReason(Interface):
    """Who is to lead, and why somebody joins, leaves or leads."""

    lead = schema.Choice(
        title=LEAD,
        description=_(
            "help_parties_lead",
            default="Who takes part already can lead from now on. Who led until then stays a "
            "partner.",
        ),
        vocabulary="kommunalhub.project_partners",
    )
    reason = schema.Text(
        title=_("label_change_reason", default="Why it has to change"),
        description=_(
            "help_parties_reason",
            default="Needed where somebody joins or leaves, or another one leads. All partners "
            "read it.",
        ),
        required=False,
        missing_value="",
        max_length=1000,
    )
