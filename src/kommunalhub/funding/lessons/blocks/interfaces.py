"""What is asked of a text block."""

from kommunalhub import _
from kommunalhub.funding.lessons.blocks import rules
from zope import schema
from zope.interface import Interface


class ITextBlock(Interface):
    """A recurring part of applications."""

    title = schema.TextLine(
        title=_("label_block_title", default="Title"),
        description=_("help_block_title", default="For example: Why the project cannot wait."),
        max_length=rules.LONGEST_TITLE,
    )
    text = schema.Text(
        title=_("label_block_text", default="Text"),
        description=_(
            "help_block_text",
            default="Plain text. Mark what must be filled in with square brackets: "
            "[name of the place].",
        ),
        max_length=rules.LONGEST_TEXT,
    )
    topics = schema.Set(
        title=_("label_topics", default="Topics"),
        value_type=schema.Choice(vocabulary="kommunalhub.funding_topics"),
        required=False,
    )
