"""Pages: a person's own substitutions, and all of them for hub managers."""
