"""@@stoerung-melden: the way to the form for a ticket, whoever follows it."""

from kommunalhub import _
from kommunalhub.security.browser.door import Door
from kommunalhub.support import operations
from kommunalhub.support import workflow


class ReportProblem(Door):
    """Leads everybody with an account to the form in `support`."""

    portal_type = workflow.TYPE
    permission = workflow.ADD_TICKET
    for_everybody = True
    title = _("offer_support", default="Report a problem")
    lead = _(
        "door_support_lead",
        default="Support helps staff of the administrations and whoever works in the hub.",
    )
    refusal = _(
        "door_support_refusal",
        default="You cannot report anything with this account. Please ask your administration.",
    )

    def folder(self):
        return self.context.unrestrictedTraverse(operations.SECTION, None)
