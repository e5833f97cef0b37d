"""A site, or a folder of pages with their files, taken over into the hub; and out of it again.

Words: a *source* is the folder that is taken over, a *piece* is one thing in it (a page, a picture,
a file, a folder), told apart by its *key*, which is where it stands in the source. What became of
the pieces of a source stands in its *book*, so that a second run changes only what has changed.

Foreign files are read by a program of its own (`reader/`), within limits. See
docs/decisions/moving.md.
"""
