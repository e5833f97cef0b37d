"""The text blocks of funding."""

from kommunalhub import _
from kommunalhub.core.textblocks.shelves import Shelf
from kommunalhub.funding import workflow
from kommunalhub.funding.interfaces import IFundingSection
from kommunalhub.funding.lessons.blocks.interfaces import IFundingTextBlock


FUNDING = Shelf(
    key="kommunalhub.funding.blocks",
    path="foerderung",
    place=IFundingSection,
    keep=workflow.ADVISE,
    schema=IFundingTextBlock,
    topics="kommunalhub.funding_topics",
    title=_("heading_blocks", default="Text blocks"),
    lead=_(
        "blocks_lead",
        default="Parts that applications need again and again, to copy and adapt. What stands in "
        "square brackets is for you to fill in.",
    ),
)
