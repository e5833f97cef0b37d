"""A Zope process of our own: its configuration, its start, its passwords, its site."""
