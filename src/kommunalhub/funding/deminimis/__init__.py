"""De-minimis aid: what each undertaking was granted, and whether more may be granted.

`rules.py` counts, `figures.py` reads ceilings (dated data in the registry), `storage.py` keeps a
ledger for each undertaking, `operations.py` are the only ones to write there.
"""
