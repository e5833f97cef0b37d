"""Who decides on what, in how many steps; knows nothing of what is decided."""
