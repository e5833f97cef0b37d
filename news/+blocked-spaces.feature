What does not work cannot be booked: support blocks the space of a ticket until a day, who has booked is told, and with the solution it can be booked again.
