"""Pages and parts of pages around what has to be confirmed."""
