The hub management closes a space for a while, after a look at whose bookings end; these people are told why.
