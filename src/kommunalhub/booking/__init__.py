"""Booking: resources and time. What is free, what is taken, and that no time is given twice.

Words: a *space* (Platz) is a resource: a desk, a room, the hall or a device. A *booking* holds it
for a half-open span of time. Its *claim* is that span with the time before and after in which the
space is set up and cleared; it stands in the *ledger* of the space and in those of what the space
is part of and of its own parts. An *account* holds what one person, or one administration, has
booked.

Nothing here knows who applies for what: an offer says by an `IBookingRight` who else may book.
See docs/decisions/booking.md.
"""
