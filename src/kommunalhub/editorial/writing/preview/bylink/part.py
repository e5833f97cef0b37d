"""Links go with no copy and come back with no version."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.editorial.copies.interfaces import IChangedByCopy
from kommunalhub.editorial.writing.preview.bylink.storage import KEY
from zope.component import adapter


@adapter(IChangedByCopy)
class PreviewLinksPart(CasePart):
    """They are for the draft they were made of."""

    annotations = (KEY,)
