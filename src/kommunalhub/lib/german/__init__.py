"""German words: pure Python.

    folding      one spelling of a word: case, ß, umlauts, ligatures, hyphens at line ends
    compounds    Dienstreiseantrag -> Dienst, Reise, Antrag
    wordlist     which words there are, read in place from the disk

The list is a part of igerman98 (GPL-2 or later), see wordlist.
"""
