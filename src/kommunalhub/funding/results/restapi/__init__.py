"""REST services of the results."""
