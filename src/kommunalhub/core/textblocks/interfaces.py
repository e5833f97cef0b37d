"""What is asked of a text block, and what an offer says of those it has."""

from kommunalhub import _
from kommunalhub.core.textblocks import rules
from zope import schema
from zope.interface import Interface


class ITextBlock(Interface):
    """A recurring text; an offer adds a field `topics`."""

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


class IShelf(Interface):
    """Named utility: the text blocks of one offer, see shelves.Shelf."""
