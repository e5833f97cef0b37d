"""The next deadlines of one's own administrations on „Mein Hub“."""

from kommunalhub.core import asking
from kommunalhub.core.browser.overview import Piece
from kommunalhub.funding.deadlines.asked import today
from kommunalhub.funding.deadlines.browser.shown import shown
from kommunalhub.funding.deadlines.listing import Asked
from kommunalhub.funding.deadlines.listing import Listing


NEXT = 5


class NextDeadlines(Piece):
    """For those who work for an administration or the hub; nothing for who has none."""

    def is_shown(self):
        self.url = self.address("foerderung")
        if self.url is None or "Staff" not in asking.roles():
            return False
        found = Listing(Asked(), today()).cut(0, NEXT)
        self.rows = [shown(row, today()) for row in found]
        return bool(self.rows)
