"""What requests do when something happens: one call each."""

from kommunalhub.booking.asked import operations
from kommunalhub.booking.bookings import ASKED


def booking_changed(event):
    """Ask for what has to be approved; close the request when nothing is left of it."""
    old, new = event.old, event.new
    if new.state == ASKED and not new.source:
        operations.ask(event.space, new)
    elif old is not None and old.state == ASKED and old.source:
        operations.settle(old if new.source != old.source else new)


def request_moved(case, event):
    """Confirm or free what was asked for."""
    if event.transition is not None:
        comment = str((event.kwargs or {}).get("comment") or "").strip()
        operations.follow(case, event.transition.id, comment)
