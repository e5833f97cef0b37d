"""Whether one sentence answers a question, word for word: pure.

An answer is shown only when that is nearly sure: the sentence says nearly all that was asked, and,
where a question wants a time, a number or an amount, it has one.
"""

from kommunalhub.search.sentences import is_sentence

import re


#: The share of what was asked that the sentence says at least, where it has the number or time that
#: was asked for and where nothing tells but its words; measured by benchmarks/search/places.py.
SURE, SURE_BY_WORDS = 0.75, 0.95
#: So much better than the second text the first one scores at least.
AHEAD = 1.1
#: Words that were asked for besides the question word, at least; letters of an answer.
FEWEST, LONGEST = 2, 320
#: What a question begins with, and what its answer has.
TIME = r"""
    \b\d{1,2}\.\s?(?:\d{1,2}\.|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez) | \b(?:19|20)\d\d\b
    | \b(?:Tag|Woche|Monat|Jahr|Stunde|Minute|Werktag|Quartal)(?:e|en|s|es|n)?\b
    | \b(?:täglich|wöchentlich|monatlich|jährlich|sofort|unverzüglich|spätestens|Uhr|Frist)
    | \b(?:vor|nach|mit|bis|sobald|während|zum|zur)\s\w+
"""
NUMBER = r"\d|\b(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|keine?)\w{0,2}\b"
WANTED = (
    (
        r"(?:ab|bis|seit)?\s*wann|(?:wie\s+(?:lange|oft|schnell))|welche\s+frist|bis\s+zu\s+welchem",
        TIME,
    ),
    (r"wie\s*viele?|wie\s+hoch|wie\s+teuer|was\s+kostet|ab\s+welche[mr]|wie\s+groß", NUMBER),
    (r"w(?:as|er|em|en|o|ohin|oher|elche[mnrs]?|ie|omit|ofür|oran|odurch|arum|ozu)\b", None),
    (r"(?:darf|dürfen|muss|müssen|kann|können|brauche|gilt|gibt|ist|sind|soll)\b", None),
)
QUESTIONS = tuple(
    (re.compile(rf"\s*(?:{begin})", re.I), re.compile(has, re.I | re.X) if has else None)
    for begin, has in WANTED
)
#: A sentence that leans on the one before answers nothing by itself.
LEANING = re.compile(
    r"\W*(?:dies(?:e[mnrs]?)?|dabei|dazu|dadurch|damit|danach|deshalb|daher|außerdem|weiterhin|ferner"
    r"|er|sie|es|hier(?:bei|zu|für|mit)?|dann|auch|siehe|vgl|beispiel|trotzdem|dennoch|aber)\b",
    re.I,
)


def wanted(question):
    """Return (whether a text asks a question, what its answer has to have or None).

    >>> wanted("Vergabevermerk"), wanted("Wie buche ich?")[0]
    ((False, None), True)
    """
    for begins, has in QUESTIONS:
        if begins.match(question):
            return True, has
    return False, None


def answers(question, asked, place):
    """Return whether the best sentence of a places.Place answers a question.

    asked: number of words that were asked for.
    """
    is_question, has = wanted(question)
    if not is_question or asked < FEWEST or place.said is None:
        return False
    sentence = place.sentence
    if len(sentence) > LONGEST or not is_sentence(sentence) or LEANING.match(sentence):
        return False
    if has is not None and not has.search(sentence):
        return False
    return place.said.covered >= (SURE_BY_WORDS if has is None else SURE)


def is_ahead(ranked):
    """Return whether the first of [(score, record id)] stands apart from the second."""
    return len(ranked) < 2 or ranked[0][0] >= AHEAD * ranked[1][0]
