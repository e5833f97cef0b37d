"""REST of the showroom."""
