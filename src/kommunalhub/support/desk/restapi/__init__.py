"""REST services for those who answer tickets."""
