"""The documents of a case: what may come in, by any channel, and how they are shown."""
