"""REST: the list of partners, and what hub managers may not do over REST."""
