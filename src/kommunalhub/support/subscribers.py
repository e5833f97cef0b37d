"""What support does when something happens: one call each."""

from kommunalhub.support.clock import operations as clock


def noted(ticket, event):
    """Follow what the journal of a ticket tells."""
    if event.entry["kind"] in clock.MOVES:
        clock.refresh(ticket)


def edited(ticket, event):
    """More or less urgent: other promises hold."""
    clock.refresh(ticket)
