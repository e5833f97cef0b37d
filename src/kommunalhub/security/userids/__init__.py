"""Ids of accounts and groups: what they look like, whose they were, what goes with an account."""
