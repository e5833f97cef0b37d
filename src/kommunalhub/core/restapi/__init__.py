"""What REST services share."""
