"""Who guesses passwords waits, by form, REST and HTTP Basic; nobody waits for good."""

