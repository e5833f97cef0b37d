"""The way to the door „Beratung anfragen“, for all pages that lead to it."""

from kommunalhub.core.tools import site_url
from kommunalhub.partners.operations import partners_of


class AskLink:
    """What pages need that lead to the door: it is for the administrations."""

    def ask_url(self):
        return f"{site_url()}/@@beratung-anfragen"

    def asks(self):
        """Return whether the person works for an administration, and so may ask."""
        return bool(partners_of())
