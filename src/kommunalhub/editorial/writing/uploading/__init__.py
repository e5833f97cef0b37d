"""Many files at once into a folder: each is taken or not by itself, with a line that says so."""
