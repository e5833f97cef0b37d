"""From when and until when a page is read: states that the hub itself moves on at their minute.

A date alone would only filter lists; here `planned` and `expired` are states, see
docs/decisions/planned-pages.md.
"""
