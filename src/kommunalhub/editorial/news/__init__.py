"""News: what the administrations tell each other and citizens, gathered, listed and as feeds."""
