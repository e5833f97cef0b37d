"""Consents (Mitzeichnung): several administrations say yes or no, and the case moves by itself.

A case type opts in with a named utility IConsentStep. See docs/reference/consents.md.
"""
