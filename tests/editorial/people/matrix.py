"""Who sees a position, who learns the name of its holder, and who keeps it."""

from kommunalhub.editorial.people import holders
from matrix.table import EVERYBODY
from matrix.table import HOUSE
from matrix.table import HUB
from matrix.table import Promise
from matrix.table import Row
from matrix.table import WITHIN


HUB_PEOPLE = HUB | {"consultant", "trainer", "support"}
KEEPERS = HUB | {"editor"}
OWN = HOUSE | HUB_PEOPLE | {"owner"}
STAFF = WITHIN | {"owner"}
NAME = "Petra Geheimnis"


def fill(position):
    position.partner, position.name = "malente", NAME
    position.tasks = ("Wohngeld beantragen",)


def entered(position, state):
    """What is kept of holders is kept when a position changes."""
    holders.note(position)


PROMISE = Promise(
    portal_type="Position",
    place="personen",
    rows={
        "own": Row(OWN, KEEPERS),
        "shared": Row(STAFF, KEEPERS),
        "nameless": Row(EVERYBODY, KEEPERS, strangers=EVERYBODY - STAFF),
        "named": Row(EVERYBODY, KEEPERS),
    },
    is_case=False,
    file=None,
    writes={"REST change": ("PATCH", "", {"hours": "immer"}, "edits")},
    fill=fill,
    entered=entered,
    secrets=lambda position: frozenset({NAME}),
)
