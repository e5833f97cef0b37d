"""The letters that go out about cases, saved searches and substitutions.

`templates/` shows what they look like: two files a letter, `case.txt.pt` and `case.html.pt`, in
the frames that all of them share. What stands in them is made in `cases.py`, `searches.py` and
`substitutions.py`; `writing.py` puts it on paper, `examples.py` has one of each to look at.

A mail goes through foreign hands. People of the administrations read number, title and who did
what; applicants from outside read number, state and a link, and never a text out of the case.
"""
