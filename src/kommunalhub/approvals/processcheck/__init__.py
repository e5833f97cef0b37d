"""The process check: what in workflows, service times, groups and consent rules cannot work.

rules.py is pure and knows only data; reading.py takes the data from the site; sentences.py says
what was found in plain words, and what to do.
"""
