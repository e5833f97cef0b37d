"""The text blocks of one offer: where they are kept, who reads and who writes them."""

from dataclasses import dataclass
from kommunalhub.core import asking
from kommunalhub.core.textblocks.interfaces import IShelf
from kommunalhub.core.tools import site
from zope.component import getUtilitiesFor
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(IShelf)
@dataclass(frozen=True)
class Shelf:
    """What an offer says of its text blocks.

    key: the annotation of the site that holds them; path, place: the section whose pages and
    services show them, and its interface; keep: the permission on it that lets one write them;
    schema: an ITextBlock with `topics`; topics: the vocabulary of those; title, lead: the heading
    of the page, and what is said below it.
    """

    key: str
    path: str
    place: type
    keep: str
    schema: type
    topics: str
    title: Message
    lead: Message

    def at(self, section):
        """Return the shelf of a section; an offer with several sections has one for each."""
        return self

    def section(self):
        """Return the section, or None where there is none (any more)."""
        return site().unrestrictedTraverse(self.path, None)

    def may_read(self):
        """Return whether who asks works for an administration or the hub."""
        return "Staff" in asking.roles() or "Manager" in asking.roles()

    def may_keep(self):
        section = self.section()
        return section is not None and bool(asking.may(self.keep, section))


def shelf(name):
    """Return the Shelf of that name. Raises ComponentLookupError."""
    return getUtility(IShelf, name)


def shelf_at(section):
    """Return the Shelf whose blocks a section shows. Raises LookupError."""
    for _name, found in getUtilitiesFor(IShelf):
        if found.place.providedBy(section):
            return found.at(section)
    raise LookupError(section)
