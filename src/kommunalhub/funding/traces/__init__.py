"""Who is named in the funding files: found for a person who asks, and taken out (Art. 15, 17 GDPR).

`rules.py` knows under which members people stand, `places.py` where such values are kept,
`operations.py` finds and takes out. Journals have their own way, see approvals/journal/redaction.
"""
