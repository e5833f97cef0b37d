"""German words as the search sees them: pure Python, nothing of Plone in here.

    folding      one spelling of a word: case, ß, umlauts, ligatures, hyphens at line ends
    compounds    Dienstreiseantrag -> Dienst, Reise, Antrag
    analyser     a text as terms for the index, a word of a query as terms to ask for
    query        what somebody typed: words, phrases, minus, star

The word list is read by wordlist; it is a part of igerman98 (GPL-2 or later), see wordlist.
"""
