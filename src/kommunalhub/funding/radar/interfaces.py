"""What is asked of a profile."""

from kommunalhub import _
from kommunalhub.core.amounts import Euro
from kommunalhub.funding.radar import rules
from zope import schema
from zope.interface import Interface


class IRadarProfile(Interface):
    """What programmes somebody wants to hear of."""

    title = schema.TextLine(
        title=_("label_radar_title", default="Name of the profile"),
        description=_("help_radar_title", default="For example: Energy and fire service."),
        max_length=rules.LONGEST_TITLE,
    )
    owner = schema.Choice(
        title=_("label_radar_owner", default="Whom it is for"),
        description=_(
            "help_radar_owner",
            default="The editors of an administration hear of its profiles; colleagues can join.",
        ),
        vocabulary="kommunalhub.funding_radar_owners",
    )
    topics = schema.Set(
        title=_("label_topics", default="Topics"),
        value_type=schema.Choice(vocabulary="kommunalhub.funding_topics"),
        min_length=1,
    )
    applicant = schema.Set(
        title=_("label_radar_applicant", default="Who would apply"),
        description=_(
            "help_radar_applicant",
            default="None chosen: whatever the administration may apply as.",
        ),
        value_type=schema.Choice(vocabulary="kommunalhub.funding_eligible"),
        required=False,
    )
    areas = schema.Set(
        title=_("label_areas", default="Area"),
        description=_(
            "help_radar_areas", default="None chosen: the areas in which the administration lies."
        ),
        value_type=schema.Choice(vocabulary="kommunalhub.funding_areas"),
        required=False,
    )
    cost_from = Euro(
        title=_("label_radar_cost_from", default="Projects from"),
        description=_("help_total_cost", default="In euros, for example 184.500,00."),
        required=False,
    )
    cost_to = Euro(
        title=_("label_radar_cost_to", default="Projects up to"),
        description=_(
            "help_radar_cost_to",
            default="Programmes that begin above it are left out.",
        ),
        required=False,
    )
