"""What co-working shows on the home page."""

from kommunalhub.core.browser.overview import Piece
from kommunalhub.coworking import operations


APPLY = "arbeitsplatz-beantragen"
#: The kind of space that is one desk; all others are rooms.
DESK = "desk"


class Door(Piece):
    """How many desks and rooms there are, and how to apply for one."""

    def is_shown(self):
        self.url = self.address(operations.SECTION)
        if self.url is None:
            return False
        kinds = [brain.space_kind for brain in self.find(portal_type="Space")]
        self.desks = kinds.count(DESK)
        self.rooms = len(kinds) - self.desks
        self.apply = f"{self.site_url}/@@{APPLY}" if self.has_page(APPLY) else None
        return True
