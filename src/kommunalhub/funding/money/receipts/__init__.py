"""Receipts (Belege): what was paid, when, for which item of the plan, how much of it counts."""
