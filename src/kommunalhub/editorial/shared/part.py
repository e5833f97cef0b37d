"""What is said in slots goes with no copy of a page and comes back with no version of it."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.editorial.checks.interfaces import IChecked
from kommunalhub.editorial.shared.storage import KEY
from zope.component import adapter


@adapter(IChecked)
class SharedPart(CasePart):
    """An administration has said it of this page; an older text does not make it say it again."""

    annotations = (KEY,)
