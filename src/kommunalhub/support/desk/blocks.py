"""Text blocks for answers: kept and read by support."""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.core.textblocks import rules
from kommunalhub.core.textblocks.interfaces import ITextBlock
from kommunalhub.core.textblocks.shelves import Shelf
from kommunalhub.support import queue
from kommunalhub.support.interfaces import ISupportSection
from zope import schema


class ISupportTextBlock(ITextBlock):
    """A recurring answer."""

    title = schema.TextLine(
        title=_("label_block_title", default="Title"),
        description=_(
            "help_answer_block_title", default="For example: What to do about empty pages."
        ),
        max_length=rules.LONGEST_TITLE,
    )
    topics = schema.Set(
        title=_("label_category_short", default="Subject"),
        value_type=schema.Choice(vocabulary="kommunalhub.support_categories"),
        required=False,
    )


@dataclass(frozen=True)
class Answers(Shelf):
    """Its blocks are for those alone who answer tickets."""

    def may_read(self):
        return queue.helps()

    def may_keep(self):
        return queue.helps() and self.section() is not None


ANSWERS = Answers(
    key="kommunalhub.support.blocks",
    path="support",
    place=ISupportSection,
    keep="View",
    schema=ISupportTextBlock,
    topics="kommunalhub.support_categories",
    title=_("heading_answer_blocks", default="Text blocks for answers"),
    lead=_(
        "answer_blocks_lead",
        default="What support answers again and again, to copy and adapt. What stands in square "
        "brackets is for you to fill in.",
    ),
)
