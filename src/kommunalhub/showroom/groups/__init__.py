"""Groups that visit the hub: they register without an account, and the hall is booked with it.

Nothing is kept before somebody has followed the link in their mailbox. What is kept then is the
booking: who comes stands in what it is for, read by who looks after bookings, and goes with it.
"""
