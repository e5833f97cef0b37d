"""What follows when data protection takes something out of the journal of a ticket."""

from kommunalhub.support.desk.secondlevel import operations
from kommunalhub.support.desk.secondlevel import rules


def redacted(ticket, event):
    """Keep nothing of it in what was handed over either; with the reporter go their names."""
    hand = operations.hand_of(ticket)
    if not hand.parcels:
        return
    mine = event.entry["actor"] == ticket.Creator()
    names = rules.PERSONAL if mine and "actor" in event.parts else frozenset()
    operations.store(ticket, rules.forgotten(hand, event.entry["seq"], names))
