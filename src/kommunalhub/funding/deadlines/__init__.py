"""The deadline chain of a grant notice: computed once, with rule and source, and kept as facts.

`rules.py` computes, `keeping.py` merges with what was kept, `storage.py` keeps, `reminding.py` says
when somebody hears of it. Sources of the figures: docs/reference/funding-law.md.
"""
