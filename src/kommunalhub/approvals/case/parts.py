"""What the parts of the room add to a case, see `interfaces.ICasePart`."""

from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.interfaces import ICasePart
from zope.component import adapter
from zope.component import subscribers
from zope.interface import implementer


@implementer(ICasePart)
@adapter(IApprovable)
class CasePart:
    """A part that adds nothing: what a part has no answer to, it takes from here."""

    attributes = ()
    annotations = ()

    def __init__(self, case):
        self.case = case

    def known(self):
        return {}

    def moved(self, old_state, new_state):
        return ()

    def due(self, due):
        return due

    def reminds(self):
        return True

    def asks_for_documents(self):
        return False


def parts_of(case):
    """Return the parts of a case; of what is no case there are none."""
    return subscribers((case,), ICasePart)


def kept_by_parts(case):
    """Return (names of attributes, keys of annotations) in which the parts keep what is theirs."""
    parts = parts_of(case)
    return (
        tuple(name for part in parts for name in part.attributes),
        tuple(key for part in parts for key in part.annotations),
    )
