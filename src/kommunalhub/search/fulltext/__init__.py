"""Full text: what is kept in the database, and the copy beside it that answers.

    index      the catalog's index: keeps the texts in ZODB, and a stamp for each version of one
    sidecar    a tantivy index in a folder of this process: terms, numbers and stamps, nothing else
    follower   brings the sidecar to what the stamps say, before each question
    ranking    a query as clauses with weights
    suggesting words that were meant

The database alone is the truth. Which version of which text the sidecar has is read from the
sidecar itself, so there is no position that could be wrong after a crash or a restore; see
docs/decisions/search-engine.md.
"""
