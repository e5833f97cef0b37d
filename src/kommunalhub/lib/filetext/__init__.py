"""The program that reads one file: `python -m kommunalhub.lib.filetext [FILE]`.

It writes lines of JSON: {"part": see parts.Part.as_stored} for each page, slide, sheet or
minute, as soon as that is read, and at the end {"end": {outcome, reason, kind, unit, memory}}.
When it is ended from outside, what it has written so far counts. Standard library and pypdfium2
only.
"""
