"""Which programmes fit a project, and why: rules, their sentences, and the catalog asked once."""
