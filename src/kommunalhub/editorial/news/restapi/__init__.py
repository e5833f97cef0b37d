"""News over REST."""
