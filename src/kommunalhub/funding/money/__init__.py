"""The money of a grant: drawdowns, receipts, the statement of use, and what stays earmarked.

`interest.py` and the `rules.py` of each folder count, `figures.py` reads figures of the law (dated
data in the registry), `storage.py` keeps a book for each application, the `operations.py` are the
only ones to write there. Words: docs/reference/funding-money.md.
"""
