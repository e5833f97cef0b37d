"""Who sees and edits a request, state by state."""

from matrix.table import APPLICANT_AND_HOUSE
from matrix.table import HUB
from matrix.table import Promise
from matrix.table import Row


OWNER = frozenset({"owner"})
PROMISE = Promise(
    portal_type="BikeBoxRequest",
    place="fahrradboxen",
    rows={
        "draft": Row(HUB | OWNER, OWNER),
        "submitted": Row(APPLICANT_AND_HOUSE),
        "returned": Row(APPLICANT_AND_HOUSE, OWNER),
        "approved": Row(APPLICANT_AND_HOUSE),
        "withdrawn": Row(APPLICANT_AND_HOUSE),
    },
    file=None,
)
