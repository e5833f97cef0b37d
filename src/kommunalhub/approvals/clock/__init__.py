"""The clock of a case: service times, closing days, pauses, due dates and reminders.

A service time is how many working days the hub allows for a state. The due date is computed when a
state begins and stored on the case; it is computed again only when the case is paused or resumed or
when somebody changes what it follows from. See docs/reference/clock.md.
"""
