"""The service clock: what was promised for a ticket, how much of it is used, and until when."""
