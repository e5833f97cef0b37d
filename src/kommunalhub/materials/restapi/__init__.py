"""REST services of the materials."""
