"""REST services of saved searches."""
