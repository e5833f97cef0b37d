"""Tickets of people without an account: reported on a public page, followed by signed links.

What is typed waits for two days for its address to be confirmed; then it is a ticket like any
other, and who reported it a guest (security/guests), who can do what `acts.py` lists. See
docs/decisions/guests.md.
"""
