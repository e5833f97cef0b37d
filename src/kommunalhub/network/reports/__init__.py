"""Reports of experience: what a project taught, for who is about to do the same."""
