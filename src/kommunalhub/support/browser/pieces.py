"""What support shows on the home page."""

from kommunalhub.core.browser.overview import Piece
from kommunalhub.support import operations
from kommunalhub.support.clock import settings


REPORT = "stoerung-melden"


class Door(Piece):
    """When somebody is there, and how to report a problem."""

    def is_shown(self):
        self.url = self.address(operations.SECTION)
        if self.url is None:
            return False
        self.hours = [line for line in settings.hours_text().splitlines() if line.strip()]
        self.report = f"{self.site_url}/@@{REPORT}" if self.has_page(REPORT) else None
        return True
