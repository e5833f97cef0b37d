"""REST services of the experience notes."""
