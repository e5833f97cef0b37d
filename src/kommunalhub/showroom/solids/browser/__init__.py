"""Pages and forms of 3D objects."""
