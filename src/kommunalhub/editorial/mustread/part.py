"""What the catalog knows of a page that asks, and what of it goes with no copy and no version."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.editorial.mustread import reading
from kommunalhub.editorial.mustread import storage
from kommunalhub.editorial.mustread.interfaces import FIELDS
from kommunalhub.editorial.mustread.interfaces import IMustRead
from zope.component import adapter


@adapter(IMustRead)
class MustReadPart(CasePart):
    """A copy asks for nothing; an older version brings back neither questions nor answers."""

    attributes = FIELDS
    annotations = (storage.KEY,)

    def known(self):
        revision = reading.revision_of(self.case)
        if revision is None:
            return {}
        due = reading.due_of(self.case)
        return {reading.INDEX: {"round": revision.round, "due": due and due.isoformat()}}
