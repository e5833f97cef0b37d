"""Who sees hubs and what they share, and who keeps the list."""

from matrix.table import EVERYBODY
from matrix.table import HUB
from matrix.table import Promise
from matrix.table import Row


PROMISE = Promise(
    portal_type="Hub",
    place="netzwerk",
    rows={"listed": Row(EVERYBODY, HUB)},
    is_case=False,
    file=None,
    writes={"REST change": ("PATCH", "", {"feed": "nowhere"}, "edits")},
)
