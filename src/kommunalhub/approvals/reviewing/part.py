"""What the upkeep of a page adds to it as a case: it awaits who is responsible, with a date."""

from kommunalhub.approvals.case.parts import CasePart
from kommunalhub.approvals.clock import operations as clock
from kommunalhub.approvals.reviewing import operations
from kommunalhub.approvals.reviewing.interfaces import IResponsible
from kommunalhub.approvals.reviewing.reading import called_of
from kommunalhub.approvals.reviewing.reading import responsible_of
from zope.component import adapter


@adapter(IResponsible)
class UpkeepPart(CasePart):
    """A step of the page that has a term of its own comes first: then that is due."""

    attributes = ("called", "checked_on", "review_on")

    def known(self):
        called = called_of(self.case)
        if not called:
            return {}
        return {"upkeep": {"who": responsible_of(self.case), "why": tuple(sorted(called))}}

    def moved(self, old_state, new_state):
        return operations.follow_step(self.case, new_state)

    def due(self, due):
        return due or min(called_of(self.case).values(), default=None)

    def reminds(self):
        return clock.days_of(self.case) is not None or not called_of(self.case)
