"""The draft of a report waits for the consultants, not for an author: it has none."""

from kommunalhub.approvals.interfaces import ICaseExtra
from kommunalhub.funding.interfaces import IFundingProgramme
from kommunalhub.funding.programmes.letters import CONSULTANTS
from kommunalhub.funding.programmes.reports.operations import report_of
from zope.component import adapter
from zope.interface import implementer


@implementer(ICaseExtra)
@adapter(IFundingProgramme)
class WaitsForConsultants:
    def __init__(self, context):
        self.context = context

    def __call__(self):
        return {"awaits": (CONSULTANTS,)} if report_of(self.context) is not None else {}
