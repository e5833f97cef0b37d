"""What of a variant goes with no copy: a copy is another page."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.editorial.variants.interfaces import FIELDS
from kommunalhub.editorial.variants.interfaces import IVariant
from zope.component import adapter


@adapter(IVariant)
class VariantPart(CasePart):
    """A copy belongs to no other page, and an older version changes nothing about it."""

    attributes = FIELDS
