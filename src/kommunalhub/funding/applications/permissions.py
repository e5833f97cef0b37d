"""Who may keep the funding file of a case, and where it shows."""

from kommunalhub.core import asking
from kommunalhub.funding import workflow


#: States of a case from which on applications show.
SHOWN = (
    workflow.IN_CONSULTATION,
    workflow.RECOMMENDED,
    workflow.APPLIED,
    workflow.GRANTED,
    workflow.DENIED,
    workflow.CLOSED,
)


def may_keep(case):
    return asking.may(workflow.KEEP, case)
