"""Dates of all offers in one calendar: they register a source, pages and feeds ask all of them."""
