"""Searching: the page, its filters and how a query is read.

The text index is Plone's for now. Offers plug filters in as named utilities (interfaces.IFacet);
this package knows none of their types.
"""
