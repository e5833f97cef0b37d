"""Text blocks: what is written again and again, kept once, found while somebody writes.

A block is plain text, so nothing in it can be anything but text. Blocks stand in a store beside the
site's content, one for each offer that has some: they have no state, no page and no owner of their
own. An offer says in a named utility (shelves.Shelf) who keeps them and where, and registers pages
and services for its section; a form says by its name which ones it offers.
"""
