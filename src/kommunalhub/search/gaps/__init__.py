"""Searches that found nothing, as a list for those who could write what was looked for.

Words and a week are kept, nothing of who asked; what could be about a person is not kept at all,
and what was asked but once or twice is not shown. See rules.
"""
