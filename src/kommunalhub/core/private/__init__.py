"""Private parts of Zope and Plone that the hub uses, a module for each neighbourhood.

Whoever needs something that begins with an underscore, or is documented nowhere, asks a function
here; `tests/test_private.py` finds other uses. docs/reference/private-parts.md says what to check
with each update of Plone, and lists what of Plone is replaced at run time.
"""
