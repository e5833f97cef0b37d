"""How the pages of an area are: what waits, what is broken, what nobody reads or finds."""
