"""What booking shows where offers are shown: on „Mein Hub“, for all that can be booked."""

from datetime import timedelta
from kommunalhub.booking.asked.operations import ensure_requests
from kommunalhub.booking.interfaces import ISpaceFolder
from kommunalhub.booking.storage import book_of
from kommunalhub.booking.storage import seconds
from kommunalhub.booking.storage import state_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.offers import MINE
from kommunalhub.core.offers import Offer
from kommunalhub.core.tools import catalog


#: How long before it begins a booking is shown differently from minute to minute.
CLOSE = timedelta(days=1)


class Booking(Offer):
    """Times of spaces; which spaces there are, other offers say."""

    order = 31
    places = {MINE: ("booking-next",)}

    def build(self, portal):
        for brain in catalog().unrestrictedSearchResults(
            object_provides=ISpaceFolder.__identifier__
        ):
            ensure_requests(brain._unrestrictedGetObject())

    def shows(self, portal):
        now, book = formatting.now(), book_of(portal)
        account = book.accounts.get(asking.userid()) if book is not None else None
        coming = account.entries.keys((seconds(now),)) if account is not None else ()
        is_close = any(entry[1] <= seconds(now + CLOSE) for entry in coming)
        return *state_of(portal), now.isoformat(timespec="minutes") if is_close else ""
