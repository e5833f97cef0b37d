"""The text blocks of an area, kept and read by those who write its pages."""

from dataclasses import dataclass
from dataclasses import replace
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.textblocks import rules
from kommunalhub.core.textblocks.interfaces import ITextBlock
from kommunalhub.core.textblocks.shelves import Shelf
from kommunalhub.core.tools import site
from kommunalhub.partners.interfaces import IPartnerArea
from kommunalhub.partners.localroles import stored_partner
from zope import schema


ADD = "Add portal content"


class IPageTextBlock(ITextBlock):
    """A recurring part of pages."""

    title = schema.TextLine(
        title=_("label_block_title", default="Title"),
        description=_(
            "help_page_block_title", default="For example: How to reach us, or a note on fees."
        ),
        max_length=rules.LONGEST_TITLE,
    )
    topics = schema.Set(
        title=_("label_topics", default="Topics"),
        value_type=schema.Choice(vocabulary="kommunalhub.page_block_topics"),
        required=False,
    )


@dataclass(frozen=True)
class PageBlocks(Shelf):
    """One for each area."""

    def at(self, section):
        path = "/".join(section.getPhysicalPath()[len(site().getPhysicalPath()) :])
        return replace(self, key=f"{self.key}.{stored_partner(section)}", path=path)

    def may_read(self):
        return self.may_keep()


PAGES = PageBlocks(
    key="kommunalhub.editorial.blocks",
    path="",
    place=IPartnerArea,
    keep=ADD,
    schema=IPageTextBlock,
    topics="kommunalhub.page_block_topics",
    title=_("heading_page_blocks", default="Text blocks for pages"),
    lead=_(
        "page_blocks_lead",
        default="What stands on many pages, to be inserted while you write. What stands in square "
        "brackets is for you to fill in.",
    ),
)


def area_with_blocks(context):
    """Return the area around what is written whose text blocks one may read, or None."""
    for around in getattr(context, "aq_chain", ()):
        if IPartnerArea.providedBy(around):
            return around if asking.may(ADD, around) else None
    return None
