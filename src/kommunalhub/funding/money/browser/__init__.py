"""Pages about the money of an application."""
