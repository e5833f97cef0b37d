"""REST services of the funding radar."""
