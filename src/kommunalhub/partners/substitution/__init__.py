"""Vertretung: for a period somebody else holds the deciding functions of who is away.

Nothing is stored on a case and nothing is reindexed: a PAS plugin adds typed groups to the
substitute (see tokens.py), cases give each typed group the roles of the group it stands for, and
both are worked out at the moment of asking. See docs/decisions/substitution.md.
"""
