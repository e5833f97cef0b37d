"""Pages for those who answer tickets."""
