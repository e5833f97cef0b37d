"""The case file: all of a case that the reader may see, as one accessible PDF.

What is in it comes from `ICaseFileSection` adapters; how it looks stands in akte.typ.
"""
