"""What hubs hand each other: signed documents, kept as the bytes that were signed. No Plone.

A hub writes a card for each thing that it shares and, for each hub that reads, a manifest of all
that lives. Signatures stand on these stored documents, not on the way they took: who holds a copy
can show at any time whose it is. docs/reference/exchange.md describes the format.
"""
