"""Applications for funding of one case: plans, applications with their path, notices, orders.

`rules.py` says what may follow what, `storage.py` keeps one Funding object for each case,
`operations` are the only ones to write there, `events.py` tells other parts of the room. They add
to the pages by the named adapters of `interfaces.py`.
"""
