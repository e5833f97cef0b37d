"""What is asked of a text block for applications."""

from kommunalhub import _
from kommunalhub.core.textblocks.interfaces import ITextBlock
from zope import schema


class IFundingTextBlock(ITextBlock):
    """A recurring part of applications."""

    topics = schema.Set(
        title=_("label_topics", default="Topics"),
        value_type=schema.Choice(vocabulary="kommunalhub.funding_topics"),
        required=False,
    )
