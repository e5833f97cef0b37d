"""Who sees a device, and who keeps the list."""

from kommunalhub.core.tools import catalog
from matrix.table import HOUSE
from matrix.table import HUB
from matrix.table import Promise
from matrix.table import Row


KEEPERS = HUB | {"support"}


def fill(device):
    """Give a device its number and an administration."""
    device.partner, device.kind = "malente", "printer"
    device.number = f"M-D-{len(catalog()(portal_type=device.portal_type)):03}"


PROMISE = Promise(
    portal_type="Device",
    place="support/geraete",
    rows={"listed": Row(HOUSE | KEEPERS | {"owner"}, KEEPERS)},
    is_case=False,
    file=None,
    writes={"REST change": ("PATCH", "", {"kind": "cauldron"}, "edits")},
    fill=fill,
)
