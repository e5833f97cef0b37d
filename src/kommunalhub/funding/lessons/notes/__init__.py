"""Erfahrungen: what a case that is over teaches the others, without telling whose it was.

Rules propose what is left out, the author looks at it and may cut more, the hub's management
releases it; see docs/decisions/lessons.md.
"""
