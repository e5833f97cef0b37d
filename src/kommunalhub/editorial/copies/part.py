"""What lists know of a working copy without waking it: that it is one."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.approvals.revisions import is_revision
from kommunalhub.approvals.revisions import KNOWN
from kommunalhub.editorial.copies.interfaces import IChangedByCopy
from zope.component import adapter


@adapter(IChangedByCopy)
class WorkingCopyPart(CasePart):
    """It has the title of its page, so lists say what it is."""

    def known(self):
        return {KNOWN: True} if is_revision(self.case) else {}
