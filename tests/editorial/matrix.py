"""Who sees and edits a page, state by state; news share all of it, see test_same_rules.py."""

from kommunalhub.editorial.copies import closing
from matrix.table import EVERYBODY
from matrix.table import HUB
from matrix.table import Promise
from matrix.table import Row
from matrix.table import WITHIN
from matrix.table import WRITERS


PROMISE = Promise(
    portal_type="Document",
    place="partner/malente",
    rows={
        "draft": Row(WRITERS, WRITERS),
        "pending": Row(WRITERS | {"reviewer"}, HUB | {"reviewer"}),
        "planned": Row(WRITERS | {"reviewer"}, HUB),
        "internal": Row(WITHIN | {"owner"}, HUB | {"editor"}),
        "public": Row(EVERYBODY, HUB),  # editors change a working copy
        "expired": Row(WRITERS | {"reviewer"}, HUB),
    },
    is_case=False,
    file=None,
    fill=lambda obj: None,  # the folder says whose it is
    entered=lambda obj, state: closing.settle(obj),
)
