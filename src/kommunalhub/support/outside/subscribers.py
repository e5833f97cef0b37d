"""What happens to a guest when something happens to their ticket: one call each."""

from kommunalhub.support.outside import operations


def ticket_removed(ticket, event):
    """Forget the guest of a ticket that is deleted."""
    operations.removed(ticket)
