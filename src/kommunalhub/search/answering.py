"""Which sentence answers a question, word for word: pure.

An answer is shown only when that is nearly sure: the sentence says most of what was asked, and,
where a question wants a time, a number or an amount, it has one; else it says nearly all.
"""

from kommunalhub.search.sentences import is_sentence

import re


#: The share of what was asked that a sentence says at least, where it has what the question wants,
#: and where nothing tells but its words; measured by benchmarks/search/answers.py.
SURE, SURE_BY_WORDS = 0.6, 0.95
#: What a text or place counts more that says the time, number or address a question wants, as a
#: share of the best score, where one sentence of it says all that was asked.
VALUE = 0.5
#: So much better than the second text the first one scores at least.
AHEAD = 1.1
#: Words that were asked for besides the question word, at least; letters of an answer.
FEWEST, LONGEST = 2, 320
UNIT = "(?:Sekunde|Minute|Stunde|Tag|Werktag|Arbeitstag|Woche|Monat|Quartal|Jahr|Jahrzehnt)"
ONE = r"""(?:\d[\d.,]*|ein(?:e[mnrs]?)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf
    |zwanzig|dreißig|halbe[nrs]?|mehrere|wenige)"""
SPAN = rf"\b{ONE}\s(?:\w+\s)?{UNIT}"
OFTEN = rf"""\b(?:\w*(?:täglich|wöchentlich|monatlich|jährlich|stündlich)\w*|jede[mnrs]?\s{UNIT}
    |alle\s(?:{ONE}\s)?{UNIT}|{ONE}\s?mal\b|im\s{UNIT}|nie\b|immer\b|regelmäßig)"""
WHEN = rf"""{SPAN}
    |\b\d{{1,2}}\.\s?(?:\d{{1,2}}\.|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)
    |\b(?:1[89]|20)\d\d(?:er)?\b | \b\d{{1,2}}(?::\d\d)?\sUhr
    |\b(?:sofort|unverzüglich|umgehend|spätestens|frühestens|sobald|erst\s(?:wenn|nach))\b
    |\b(?:vor|nach|mit|bis|seit|bei)\s(?:de[mnr]|Ablauf|Beginn|Ende|Eingang|eine[mr]|\w+ung)\b
    |\bvon\sAnfang|\bam\s(?:selben|gleichen|nächsten)\sTag"""
NUMBER = rf"\b{ONE}\b"
#: A reason is said in so many ways that these words alone do not make sure of one.
WHY = r"\b(?:weil|denn|damit|um\b.+\bzu|wegen|aufgrund|Gr(?:und|ünde)n?|Zweck\w*|Ziel\w*|dien\w+)\b"
#: „In wie vielen Stunden“ asks as „wie viele Stunden“ does.
BEFORE = r"\s*(?:(?:ab|an|auf|aus|bei|bis|für|in|mit|nach|seit|über|um|von|vor|zu|innerhalb)\s+)?"
#: What a question begins with, and what its answer has.
WANTED = (
    (rf"{BEFORE}wie\s+(?:oft|häufig)\b", OFTEN),
    (
        rf"{BEFORE}(?:wie\s+lange?\b|wie\s*viele?n?\s+{UNIT}|welcher?\s+(?:Frist|Dauer))",
        SPAN,
    ),
    (r"\s*(?:ab|bis|seit)?\s*wann\b|bis\s+zu\s+welchem\b", WHEN),
    (rf"{BEFORE}(?:wie\s*(?:viele?n?|hoch|teuer|groß|weit|alt|breit)\b|was\s+kostet)", NUMBER),
    (r"\s*(?:warum|wozu|weshalb|wieso)\b", WHY),
    (
        rf"{BEFORE}w(?:as|er|em|en|o|ohin|oher|elche[mnrs]?|ie|omit|ofür|oran|oraus|odurch)\b",
        None,
    ),
    (r"(?:darf|dürfen|muss|müssen|kann|können|brauche|gilt|gibt|ist|sind|soll)\b", None),
)
QUESTIONS = tuple(
    (re.compile(begin, re.I), re.compile(has, re.I | re.X) if has else None)
    for begin, has in WANTED
)
#: A number that „ein“ is none of.
FIGURE = re.compile(
    r"""\d | \b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|hundert
    |tausend|halbe[nrs]?|doppelte?n?|mehrere|wenige)\b""",
    re.I | re.X,
)
#: What asks for a condition and not for a time.
CONDITION = re.compile(r"\s*wann\s+(?:darf|dürfen|kann|können)\b", re.I)
#: What asks where somebody is reached or something is done, and how a text says it.
WHERE = re.compile(
    r"\s*(?:wo|wohin|wen|(?:an|bei|mit)\s+wem|an\s+wen|wer\s+(?:hilft|ist\s+zuständig))\b", re.I
)
ADDRESS = re.compile(
    r"""https?:// | \bwww\. | \w@[\w-]+\.\w | \bTel(?:efon|\.) | \bDurchwahl
    | \b0\d{2,5}[ ]?[/-]?[ ]?\d{3}
    | \b(?:Raum|Zimmer)\s\d | \w(?:straße|str\.|weg|platz|allee|markt)\s\d""",
    re.I | re.X,
)
#: A sentence that leans on the one before answers nothing by itself.
LEANING = re.compile(
    r"""\W*(?:dies(?:e[mnrs]?)?|da(?:bei|durch|für|gegen|her|mit|nach|neben|ran|rauf|raufhin|raus
    |rin|rum|runter|von|vor|zu)|deshalb|deswegen|außerdem|weiterhin|ferner|er|sie|es
    |hier(?:bei|zu|für|mit)?|dann|auch|siehe|vgl|beispiel|trotzdem|dennoch|aber)\b""",
    re.I | re.X,
)
BULLET = re.compile(r"[•·▪–—*-]\s*")


def wanted(question):
    """Return (whether a text asks a question, what its answer has to have or None).

    >>> wanted("Vergabevermerk"), wanted("Wie buche ich?")[0]
    ((False, None), True)
    """
    for begins, has in QUESTIONS:
        if begins.match(question):
            return True, has
    return False, None


def value_wanted(question):
    """Return what a text has that says the time, number or address a question wants, or None.

    >>> [value_wanted(asked) is None for asked in ("Wie lange gilt er?", "Wo?", "Warum gilt er?")]
    [False, False, True]
    """
    if CONDITION.match(question):
        return None
    if WHERE.match(question):
        return ADDRESS
    has = wanted(question)[1]
    if has is None or has.pattern == WHY:
        return None
    return FIGURE if has.pattern == NUMBER else has


def value(marker, text):
    """Return how much of a question a sentence with what it wants says, from 0 to 1.

    0 where it wants none.
    """
    has = marker.value_wanted
    if has is None or not has.search(text):
        return 0.0
    shares = marker.shares(text)
    return max((share for share, start, end in shares if has.search(text[start:end])), default=0.0)


def answer(question, marker, texts):
    """Return (number of the text, start, end) of the sentence that answers, or None.

    marker: marking.Marker of the question. texts: of the passages where it stands, best first; a
    sentence without what the question wants is taken from the first only.
    """
    is_question, has = wanted(question)
    if not is_question or len(marker.asked) < FEWEST:
        return None
    is_by_words = has is None or has.pattern == WHY
    sure = SURE_BY_WORDS if is_by_words else SURE
    found = []
    for number, text in enumerate(texts[:1] if is_by_words else texts):
        for share, start, end in marker.shares(text):
            bullet = BULLET.match(text, start, end)
            start = bullet.end() if bullet else start
            if share >= sure and _may_stand(text[start:end], has):
                found.append((-share, number, start, end))
    return min(found)[1:] if found else None


def _may_stand(sentence, has):
    """Return whether a sentence can be an answer at all."""
    sentence = " ".join(sentence.split())
    return (
        len(sentence) <= LONGEST
        and is_sentence(sentence)
        and not LEANING.match(sentence)
        and (has is None or has.search(sentence) is not None)
    )


def is_ahead(ranked):
    """Return whether the first of [(score, record id)] stands apart from the second."""
    return len(ranked) < 2 or ranked[0][0] >= AHEAD * ranked[1][0]
