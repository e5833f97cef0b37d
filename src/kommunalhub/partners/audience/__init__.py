"""For whom something is: who may open, who finds, who is told and who is counted, from one rule.

Words: an *audience* is chosen by administrations, functions and groups; it is *narrow* where
anything is chosen at all. Those who *look after* a thing, its administration's editors and
reviewers, always belong to it.
"""
