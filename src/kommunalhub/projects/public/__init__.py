"""The public page of a project: a released summary beside the project, which is never public."""
