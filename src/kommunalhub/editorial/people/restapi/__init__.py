"""REST services of positions."""
