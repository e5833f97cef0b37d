"""What is stored: fields come from the schemas, behaviour from operations."""

from BTrees.IOBTree import IOBTree
from kommunalhub.approvals.case.names import numbered
from kommunalhub.funding.interfaces import IFundingConsultation
from kommunalhub.funding.interfaces import IFundingProgramme
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from zope.interface import implementer


@implementer(IFundingProgramme)
class FundingProgramme(Item):
    """A funding programme of the catalogue. reported: number of the report that it came from."""

    reported = None

    def get_size(self):
        """Return bytes of the guideline; Plone would write all fields into a mail to count them."""
        return self.guideline_file.getSize() if self.guideline_file else 0

    def reindexObjectSecurity(self, skip_self=False):
        """Index who may see it. The catalog is not asked for what lies below: nothing does."""
        if not skip_self:
            self.reindexObject(idxs=["allowedRolesAndUsers"])


@numbered
@implementer(IFundingConsultation)
class FundingConsultation(Container):
    """A consultation with its files.

    The entries of its record are stored apart: each would else write all others anew, and the case.
    """

    _record = None

    @property
    def protocol(self):
        """The entries with their numbers by day; those of one day in the order they came in."""
        entries = self._record.items() if self._record is not None else ()
        found = ({"number": number, **dict(entry)} for number, entry in entries)
        return tuple(sorted(found, key=lambda entry: entry["date"]))

    def add_to_protocol(self, entry):
        """Add a dict and return its number.

        Two at once get the same number, and one is tried again.
        """
        if self._record is None:
            self._record = IOBTree()
        number = self._record.maxKey() + 1 if self._record else 1
        self._record[number] = tuple(sorted(entry.items()))
        return number
