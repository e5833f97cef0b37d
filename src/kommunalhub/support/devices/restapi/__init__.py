"""REST services of devices."""
