"""Applications of people without an account: asked for on a public page, followed by signed links.

What is typed waits for two days for its address to be confirmed; then it is an application like any
other, and its applicant a guest (security/guests). `acts.py` lists all that a guest can do; there
is nothing else. See docs/decisions/guests.md.
"""
