"""Whose hub this is: its name, place, theme, colour and administrations are settings, not code.

A new site takes them from a file of answers (`kommunalhub create-site --answers`), an existing one
from a page of the settings. Nothing else in the code may name a place or an administration.
"""
