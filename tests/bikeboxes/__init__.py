"""Bike boxes: an offer as small as one can be, outside of the package; see test_offer.py.

docs/how-to/add-a-case-type.md is written from it and shows its files.
"""
