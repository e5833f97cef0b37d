"""How a part of the hub adds a section to the printed case file."""

from dataclasses import dataclass
from zope.interface import Attribute
from zope.interface import Interface


@dataclass(frozen=True)
class Facts:
    """Pairs of label and value."""

    rows: tuple


@dataclass(frozen=True)
class Table:
    """Rows under a head. widths: shares of the line; exact: column with checksums, or None."""

    head: tuple
    rows: tuple
    widths: tuple = ()
    exact: int | None = None


@dataclass(frozen=True)
class Text:
    """Paragraphs, as written: nothing in it is markup."""

    text: str


@dataclass(frozen=True)
class Section:
    """A heading with blocks below it: Facts, Table, Text. All texts plain or messages."""

    title: str
    blocks: tuple


class ICaseFileSection(Interface):
    """Subscription adapter of (case, request): sections of the case file.

    Orders in use: facts 10, consents 30, agreement 40, timeline 50, documents 60.
    """

    order = Attribute("Sections come from the smallest to the largest.")

    def sections():
        """Return an iterable of Section: what who is logged in may see, and only that."""
