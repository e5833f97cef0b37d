"""Looking for words within a list of cases: pure."""

#: So much of what was typed is looked for.
LONGEST = 100
MOST_WORDS = 8


def words_of(text):
    """Return the words to look for, folded; more than MOST_WORDS are left out.

    >>> words_of("  Straße  031 ")
    ('strasse', '031')
    """
    return tuple((text or "")[:LONGEST].casefold().split()[:MOST_WORDS])


def holds(words, texts):
    """Return whether every word stands in one of the texts, also as a part of a word.

    >>> holds(("dach", "031"), ("Flachdach der Schule", "F-2026-031"))
    True
    """
    folded = "\n".join(text for text in texts if text).casefold()
    return all(word in folded for word in words)
