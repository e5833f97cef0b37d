"""Hubs that learn from each other: who they are, what we share with them, what we have of theirs.

`sharing` and `publishing` are what leaves the house, `receiving` and `releasing` what comes in;
both keep what they know in `storage`. The format and its rules stand in `lib/exchange/`. Nothing is
fetched in a request: `jobs` does it. See docs/decisions/network.md.
"""
