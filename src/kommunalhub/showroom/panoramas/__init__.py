"""Panoramas (360° pictures): looked at when they come, cut into tiles after the commit.

Who has a picture of 40 MB in a field called `panorama` (marker IPanoramic) gets from here: a check
with a clear sentence, the same picture without what a camera writes into it, tiles and small
pictures at `@@kachel`, and ITiles, which tells a viewer all it needs. The server itself never
unpacks a picture: `program` does, in a process with limits, as files are read by the search.
See docs/decisions/panoramas.md.
"""
