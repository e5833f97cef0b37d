"""The plan of a folder as who is signed in sees it: spaces, places, drawing."""

from dataclasses import dataclass
from kommunalhub.booking import free
from kommunalhub.booking.plan import rules
from kommunalhub.booking.plan.storage import Plan
from kommunalhub.booking.plan.storage import plan_of
from plone.uuid.interfaces import IUUID


#: Height as a share of the width where there is neither a drawing nor anything laid out.
SQUARE = 1.0


@dataclass(frozen=True)
class Sheet:
    """spaces: {UID: Space} in the order of the folder; places: {UID: Place} of some of them.

    height: as a share of the width. own: whether somebody has placed them.
    """

    plan: Plan | None
    spaces: dict
    places: dict
    height: float
    own: bool

    @property
    def order(self):
        """UIDs of what is on the plan, as one reads."""
        return rules.reading_order(self.places)

    @property
    def missing(self):
        """UIDs of what is not on the plan."""
        return [uid for uid in self.spaces if uid not in self.places]

    @property
    def has_drawing(self):
        return self.plan is not None and self.plan.drawing is not None

    def label(self, uid):
        place = self.places.get(uid)
        return (place.label if place is not None else "") or self.spaces[uid].Title()


def sheet_of(folder):
    """Return the Sheet of a folder; laid out by kinds and parts while nobody has placed a space."""
    plan = plan_of(folder)
    spaces = {IUUID(space): space for space in free.spaces_in(folder)}
    kept = plan.places if plan is not None else {}
    places = {uid: kept[uid] for uid in spaces if uid in kept}
    drawn = plan is not None and plan.drawing is not None
    laid, height = rules.laid_out(
        [(uid, space.kind, space.part_of) for uid, space in spaces.items()]
    )
    if drawn:
        height = plan.height / plan.width
    own = bool(places)
    return Sheet(plan, spaces, places if own or drawn else laid, height or SQUARE, own)
