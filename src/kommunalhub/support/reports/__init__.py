"""Figures of support for the management of the hub, and whether people were satisfied.

Counted are tickets, never people: nothing here knows who worked on one (docs/reference/support.md).
"""
