"""What in a text tells who somebody is: found by what is known, and by how it is written.

It only proposes: whoever passes a text on sees what is left out, and decides. What is known, such
as the names of those who took part, is always found; what is guessed from the way it is written
finds much, and sometimes too much. See docs/decisions/redaction.md.
"""

from kommunalhub.lib.redaction.known import Known
from kommunalhub.lib.redaction.known import names_of
from kommunalhub.lib.redaction.patterns import guessed
from kommunalhub.lib.redaction.spans import ACCOUNT
from kommunalhub.lib.redaction.spans import BIRTH
from kommunalhub.lib.redaction.spans import DEVICE
from kommunalhub.lib.redaction.spans import MAIL
from kommunalhub.lib.redaction.spans import NAME
from kommunalhub.lib.redaction.spans import NUMBER
from kommunalhub.lib.redaction.spans import PHONE
from kommunalhub.lib.redaction.spans import PLACE
from kommunalhub.lib.redaction.spans import REASONS
from kommunalhub.lib.redaction.spans import Span
from kommunalhub.lib.redaction.spans import STREET


__all__ = [
    "ACCOUNT",
    "BIRTH",
    "DEVICE",
    "MAIL",
    "NAME",
    "NUMBER",
    "PHONE",
    "PLACE",
    "REASONS",
    "STREET",
    "Known",
    "Span",
    "find",
    "names_of",
    "pieces",
    "without",
]


def find(text, known: Known | None = None) -> list[Span]:
    """Return what tells who somebody is, in the order of the text and without overlaps.

    >>> text = "Moin Frau Kruse, Tel. 04361 498-0, kruse@example.org"
    >>> [(text[span.start:span.end], span.reason) for span in find(text)]
    [('Kruse', 'name'), ('04361 498-0', 'phone'), ('kruse@example.org', 'mail')]
    """
    return _joined([*(known.find(text) if known else []), *guessed(text)])


def pieces(text, spans) -> list[tuple[str, str]]:
    """Return a whole text as [(piece, reason)]; the reason is "" for what stays.

    >>> pieces("Frau Kruse ruft an", [Span(5, 10, "name")])
    [('Frau ', ''), ('Kruse', 'name'), (' ruft an', '')]
    """
    found, at = [], 0
    for span in spans:
        found.append((text[at : span.start], ""))
        found.append((text[span.start : span.end], span.reason))
        at = span.end
    found.append((text[at:], ""))
    return [piece for piece in found if piece[0]]


def without(text, spans, words) -> str:
    """Return a text with words, {reason: word}, in the place of what is left out.

    >>> without("Frau Kruse ruft an", [Span(5, 10, "name")], {"name": "[Name]"})
    'Frau [Name] ruft an'
    """
    return "".join(words[reason] if reason else piece for piece, reason in pieces(text, spans))


def _joined(spans):
    """Join what overlaps or lies within: the longest says why."""
    found = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
            continue
        last = found[-1]
        longer = max(last, span, key=lambda one: one.end - one.start)
        found[-1] = Span(last.start, max(last.end, span.end), longer.reason)
    return found
