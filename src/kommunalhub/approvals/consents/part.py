"""What consents add to a case."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.approvals.consents.storage import KEY
from kommunalhub.approvals.consents.storage import known_of


class ConsentsPart(CasePart):
    """Lists and conditions know how the newest round stands."""

    annotations = (KEY,)

    def known(self):
        return known_of(self.case)
