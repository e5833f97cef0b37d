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
        found = operations.health_of(self.case)
        places = {name: found[name] for name in operations.LINKS.values() if found.get(name)}
        return {"links": places} if places else {}
