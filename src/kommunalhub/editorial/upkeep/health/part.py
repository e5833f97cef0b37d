"""What was found at a page stays with it: no copy and no version has it; lists know its places."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.editorial.checks.interfaces import IChecked
from kommunalhub.editorial.upkeep.health import operations
from zope.component import adapter


@adapter(IChecked)
class HealthPart(CasePart):
    """Nothing waits for it, nothing is due."""

    attributes = ("health",)

    def known(self):
        links = operations.health_of(self.case).get("links")
        return {"links": dict(links)} if links else {}
