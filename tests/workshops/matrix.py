"""Who sees and edits a workshop for staff, state by state; public ones: test_pages.py."""

from matrix.table import HOUSE
from matrix.table import HUB
from matrix.table import Promise
from matrix.table import Row
from matrix.table import WITHIN


_trainers = HUB | {"owner", "trainer"}
_taught = Row(WITHIN | {"owner"}, _trainers, readers=WITHIN - HOUSE - _trainers)

PROMISE = Promise(
    portal_type="Workshop",
    place="workshops",
    rows={
        "draft": Row(_trainers, _trainers),
        "pending": Row(HOUSE | _trainers),
        "published": _taught,
        "closed": _taught,
        "held": _taught,
        "cancelled": Row(_taught.sees, readers=_taught.readers),
    },
    owner_groups=("hub-trainers",),
    file=None,
)
