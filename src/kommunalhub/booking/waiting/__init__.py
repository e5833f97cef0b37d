"""The waiting list: who wants a time that somebody has is offered it when it gets free, in order.

A *wait* is a booking that holds nothing yet; an *offer* is one that holds the time for a while, so
that nobody else gets it meanwhile. Both stand in the queue of the ledger of their space.
"""
