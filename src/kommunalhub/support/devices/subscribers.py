"""What devices do when a ticket is reported or changed: one call each."""

from kommunalhub.support.devices import operations


def ticket_told(ticket, event):
    """Follow what a ticket says of its device."""
    operations.connect(ticket)
