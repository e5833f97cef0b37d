"""What devices do when a ticket is reported or changed: one call each."""

from kommunalhub.support import workflow
from kommunalhub.support.devices import blocking
from kommunalhub.support.devices import operations


def ticket_told(ticket, event):
    """Follow what a ticket says of its device."""
    operations.connect(ticket)


def ticket_moved(ticket, event):
    """Let what was blocked be booked again with the solution, and block it again with reopening."""
    if event.new_state.getId() == workflow.REOPENED:
        blocking.renew(ticket)
    elif event.new_state.getId() not in workflow.OPEN:
        blocking.lift(ticket)


def ticket_removed(ticket, event):
    """Block nothing for a ticket that is gone."""
    blocking.lift(ticket)
