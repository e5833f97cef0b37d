Groups register for a visit to an exhibit without an account: a link by mail confirms it, and the hall is booked with it.
