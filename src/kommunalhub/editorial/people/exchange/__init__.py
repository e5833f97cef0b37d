"""Positions as a table, see core/exchange."""
