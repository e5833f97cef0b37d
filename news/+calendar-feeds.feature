One's own bookings, and when a space is taken, can be subscribed to by private addresses that can be taken back.
