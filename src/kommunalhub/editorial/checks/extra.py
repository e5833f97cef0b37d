"""What the catalog and the conditions know of a page: what keeps it back."""

from kommunalhub.approvals.interfaces import ICaseExtra
from kommunalhub.editorial.checks import operations
from kommunalhub.editorial.checks.interfaces import IChecked
from zope.component import adapter
from zope.interface import implementer


#: One is told at a time.
KEPT = 1


@implementer(ICaseExtra)
@adapter(IChecked)
class CheckedExtra:
    """`hurdles`: (rule, place) of what must be mended first."""

    def __init__(self, context):
        self.context = context

    def __call__(self):
        found = operations.hurdles_of(self.context)
        return {"hurdles": tuple((one.rule, one.place) for one in found[:KEPT])} if found else {}
