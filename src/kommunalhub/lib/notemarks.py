"""Small signs behind a word: the number of a note stands apart from it, m² stays one."""

import re


_MARK = re.compile(r"\s*(?:\d{1,3}|[*†‡§])(?:\s*[,;–-]\s*\d{1,3})*\)?")
#: What can have a note: a word of some letters. Units have fewer: m², km², Nm³.
_NOTED = re.compile(r"[^\W\d_]{3,}[.,;:!?)»“”\"]?$")
#: So much of the text before is looked at.
LOOKED_AT = 40


def is_mark(before, raised):
    """Return whether what is set small and high behind a text is the mark of a note.

    >>> is_mark("die Zuweisungshöhe", "1"), is_mark("Einwohnerzahl", "2,3"), is_mark("120 m", "2")
    (True, True, False)
    """
    return bool(_MARK.match(raised) and _NOTED.search(before[-LOOKED_AT:]))
