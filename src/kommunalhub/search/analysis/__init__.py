"""German words as the search sees them: pure Python, nothing of Plone in here.

    kinship      words of one family: beantragt, Antrag
    analyser     a text as terms for the index, a word of a query as terms to ask for
    query        what somebody typed: words, phrases, minus, star

Spelling, compounds and the list of words: lib/german.
"""
