"""Who sees a request for a booking, state by state; nobody edits one."""

from matrix.table import APPLICANT_AND_HOUSE
from matrix.table import HUB
from matrix.table import Promise
from matrix.table import Row


PROMISE = Promise(
    portal_type="BookingRequest",
    place="co-working/anfragen",
    rows={
        "draft": Row(HUB | {"owner"}),
        **{
            state: Row(APPLICANT_AND_HOUSE)
            for state in ("submitted", "approved", "rejected", "withdrawn", "lapsed")
        },
    },
    owner_groups=(),
    file=None,
)
