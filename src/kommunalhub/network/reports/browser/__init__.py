"""Pages and forms of reports of experience."""
