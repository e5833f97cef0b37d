Saved searches tell of a new version of a file that says something new about what was searched for.
