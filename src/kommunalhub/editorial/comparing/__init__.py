"""Two states of a page beside each other: what differs, for people to read.

A working copy and its page (copies/), two versions of a page (versions/).
"""
