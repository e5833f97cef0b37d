"""Control panels of the deadlines, for the hub management."""
