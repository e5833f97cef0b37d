"""REST services of support."""
