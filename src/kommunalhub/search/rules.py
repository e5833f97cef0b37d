"""How a query is read and how hits are counted: pure, nothing of Plone in here."""

from collections import Counter

import re


# Words that stand in nearly every German text; asking for them finds everything or nothing.
STOP_WORDS = """
    aber alle als am an auch auf aus bei beim bin bis da damit dann das dass dem den denn der des
    die dies diese dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas
    für gibt habe haben hat hier ich ihr im in ins ist ja kann können man mein mit muss nach nicht
    noch nur ob oder ohne sehr sein sich sie sind so soll sollen über um und uns unser unter vom
    von vor wann war was weil welche welcher welches wenn wer werden wie wir wird wo zu zum zur
"""
STOPPED = frozenset(STOP_WORDS.split())
WORD = re.compile(r"\w+")
LONGEST_QUERY = 200
MOST_WORDS = 12


def words_of(query):
    """Return the words of a query that are worth asking for, lower case, each once.

    >>> words_of("Wie schreibe ich einen Vergabevermerk?")
    ('schreibe', 'vergabevermerk')

    A query of nothing but stop words keeps them:

    >>> words_of("Wir über uns")
    ('wir', 'über', 'uns')
    """
    words = tuple(dict.fromkeys(WORD.findall(query[:LONGEST_QUERY].lower())))
    telling = tuple(word for word in words if word not in STOPPED and len(word) > 1)
    return (telling or words)[:MOST_WORDS]


def index_query(words, every=True):
    """Return the words as a query of a ZCTextIndex, each as the beginning of a word.

    every: all of them must be there, else one is enough. The stars also keep `and`, `or` and `not`
    from being taken for operators.

    >>> index_query(("not", "plan"))
    'not* AND plan*'
    """
    return (" AND " if every else " OR ").join(f"{word}*" for word in words)


def narrow(rows, chosen):
    """Return (places of the rows that match, {facet: Counter of values}).

    rows: one dict {facet: values} for each hit. chosen: {facet: values picked}; a row matches a
    facet when it has one of them. The counts of a facet are what its values would find together
    with everything chosen in the other facets, so that a second value can be added.

    >>> rows = [{"type": ["page"], "partner": ["malente"]}, {"type": ["file"], "partner": []}]
    >>> places, counts = narrow(rows, {"type": ["page"]})
    >>> places, dict(counts["type"]), dict(counts["partner"])
    ([0], {'page': 1, 'file': 1}, {'malente': 1})
    """
    chosen = {facet: frozenset(values) for facet, values in chosen.items() if values}
    places, counts = [], {}
    for place, row in enumerate(rows):
        missed = [facet for facet, values in chosen.items() if values.isdisjoint(row[facet])]
        if not missed:
            places.append(place)
        for facet, values in row.items():
            counted = counts.setdefault(facet, Counter())
            if not missed or missed == [facet]:
                counted.update(set(values))
    return places, counts


def marked(text, words):
    """Return the text in pieces (piece, is a hit), for showing what was found.

    >>> marked("Der Vergabevermerk.", ("vergabe",))
    [('Der ', False), ('Vergabevermerk', True), ('.', False)]
    """
    pieces, at = [], 0
    for found in WORD.finditer(text):
        if found.group().lower().startswith(tuple(words)):
            pieces += [(text[at : found.start()], False), (found.group(), True)]
            at = found.end()
    pieces.append((text[at:], False))
    return [piece for piece in pieces if piece[0]]
