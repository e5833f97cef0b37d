"""Plone's pages about people, cut to who may be found and what may be given."""
