"""What the materials show on the home page and on „Mein Hub“."""

from kommunalhub.core.browser.overview import Piece
from kommunalhub.materials import operations
from kommunalhub.materials.kinds import kind_title
from kommunalhub.partners.titles import short_title_of


TYPE = "WorkshopMaterial"
NEWEST = 4


class Door(Piece):
    """How many materials everybody may read."""

    def is_shown(self):
        self.url = self.address(operations.SECTION)
        self.count = len(self.find(portal_type=TYPE))
        return bool(self.url and self.count)


class Newest(Piece):
    """What was released last."""

    def is_shown(self):
        found = self.find(
            NEWEST,
            portal_type=TYPE,
            review_state=["internal", "public"],
            sort_on="modified",
            sort_order="descending",
        )
        self.rows = [material_row(brain) for brain in found]
        return bool(self.rows)


def material_row(brain):
    return {
        "title": brain.Title,
        "url": brain.getURL(),
        "kind": kind_title(brain.file_kind) if brain.file_kind else None,
        "partner": short_title_of(brain.partner),
    }
