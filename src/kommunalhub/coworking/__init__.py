"""Co-Working: spaces and applications for them."""
