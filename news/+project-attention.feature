A running project waits for its lead only when something is due, late or missing, no longer all the time.
