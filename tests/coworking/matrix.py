"""Who sees and edits an application for a place to work, state by state."""

from kommunalhub.approvals.consents import operations as consents
from matrix.table import APPLICANT_AND_HOUSE
from matrix.table import HUB
from matrix.table import Promise
from matrix.table import Row


#: States that a case from outside reaches through a round of consents.
CONSENTED = ("consent", "approved", "active", "ended")
_with_operator = APPLICANT_AND_HOUSE | {"operator"}


def fill(obj):
    obj.partner = "malente"
    obj.applicant_kind = "startup"


def entered(obj, state):
    if state in CONSENTED:
        consents.open_round(obj)
        if state != "consent":
            consents.close(obj, "complete")


PROMISE = Promise(
    portal_type="CoworkingApplication",
    place="co-working/antraege",
    rows={
        "draft": Row(HUB | {"owner"}, frozenset({"owner"})),
        "submitted": Row(APPLICANT_AND_HOUSE),
        "returned": Row(APPLICANT_AND_HOUSE, frozenset({"owner"})),
        "rejected": Row(APPLICANT_AND_HOUSE),
        "withdrawn": Row(APPLICANT_AND_HOUSE),
        "waitlisted": Row(APPLICANT_AND_HOUSE),
        "consent": Row(_with_operator),
        "approved": Row(_with_operator),
        "active": Row(_with_operator),
        "ended": Row(_with_operator),
    },
    owner_groups=(),
    fill=fill,
    entered=entered,
)
