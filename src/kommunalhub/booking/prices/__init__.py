"""Prices: dated lists, what a time costs by them, and what is owed for one that is given back.

A *price list* is in force from a day on, until the next one is; it is never changed, a correction
is a new list. A *rate* says what one kind of applicant pays for one kind of space; none means free
of charge. See docs/decisions/prices.md.
"""
