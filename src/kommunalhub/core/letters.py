"""What lets people look at the letters of the site without sending any."""

from dataclasses import dataclass
from zope.interface import Interface


@dataclass(frozen=True)
class Example:
    """A letter filled with made-up data. name: its word in addresses; title: when it is sent."""

    name: str
    title: str
    subject: str
    text: str
    html: str = ""


class ILetterExamples(Interface):
    """Named utility: the letters that one part of the house writes.

    Registered where they are written, with the name of that folder; the page that shows them all
    stands in `notices` and knows none of the others.
    """

    def __call__(portal, request):
        """Return a list of Examples, one for each letter; sends and stores nothing."""
