"""What of a mail is shown at once and what is folded away: quotes and signatures. Pure.

Nothing is ever dropped: the pieces of a mail, in their order, are the mail. In doubt it is shown.
"""

from dataclasses import dataclass

import re


QUOTE = re.compile(r"^[ \t]{0,3}>")
#: A line that leads over to a quote, perhaps broken by the mailer into two.
LEADS = re.compile(
    r"^\s*(?:am|on|le|den)\b.{4,200}\b(?:schrieb|wrote|hat geschrieben|a écrit|skrev)\b"
    r".{0,120}:\s*$",
    re.IGNORECASE | re.DOTALL,
)
#: Lines behind which a whole mail follows, without marks before its lines.
DIVIDES = re.compile(
    r"^\s*(?:-{2,}|_{5,}|\*{3,})?\s*(?:urspr(?:ü|ue)ngliche (?:nachricht|e-?mail)|original message"
    r"|original-nachricht|originalnachricht)\s*(?:-{2,}|_{5,}|\*{3,})?\s*$",
    re.IGNORECASE,
)
PASSED_ON = re.compile(
    r"^\s*-{2,}\s*(?:weitergeleitete (?:nachricht|e-?mail)|forwarded message"
    r"|anfang der weitergeleiteten nachricht).*$",
    re.IGNORECASE,
)
RULE = re.compile(r"^\s*_{10,}\s*$")
HEADER = re.compile(
    r"^\s*\*?(von|from|gesendet|sent|datum|date|an|to|cc|kopie|betreff|subject)\s*:\*?\s",
    re.IGNORECASE,
)
FROM = re.compile(r"^\s*\*?(?:von|from)\s*:\*?\s", re.IGNORECASE)
SIGNATURE = re.compile(r"^-- ?$")
#: A quote between own words that is longer than this is folded, a shorter one is read with them.
LONGEST_SHOWN = 8


@dataclass(frozen=True)
class Piece:
    """Some lines of a mail, as they are."""

    text: str
    is_folded: bool


def fold(text: str, is_forward: bool = False) -> list[Piece]:
    """Return the Pieces of a mail; joined they are the text.

    is_forward: what somebody passes on is what they have to say, it stays.

    >>> [piece.text for piece in fold("Ja.\\n\\nAm Montag schrieb Sven:\\n> Welcher?\\n")]
    ['Ja.\\n\\n', 'Am Montag schrieb Sven:\\n> Welcher?\\n']
    """
    lines = text.splitlines(keepends=True)
    if is_forward or any(PASSED_ON.match(line) for line in lines):
        return joined([(line, False) for line in lines])
    folded = _folded(lines)
    if not any(line.strip() for line, away in zip(lines, folded, strict=True) if not away):
        folded = [False] * len(lines)  # nothing but quotes: the words are somewhere in them
    return joined(list(zip(lines, folded, strict=True)))


def shown(pieces: list[Piece]) -> str:
    """Return what is shown at once."""
    return "".join(piece.text for piece in pieces if not piece.is_folded).strip()


def joined(marked: list[tuple[str, bool]]) -> list[Piece]:
    """Return the fewest Pieces of lines that are folded or not."""
    found: list[Piece] = []
    for line, away in marked:
        if found and found[-1].is_folded == away:
            found[-1] = Piece(found[-1].text + line, away)
        else:
            found.append(Piece(line, away))
    return found


def _folded(lines):
    """Return for each line whether it is folded."""
    cut = _cut(lines)
    folded = [number >= cut for number in range(len(lines))]
    runs = _runs(lines[:cut])
    for start, end in runs:
        follows = any(
            line.strip() and not QUOTE.match(line) for line in _before_signature(lines[end:cut])
        )
        if not follows or end - start > LONGEST_SHOWN:
            folded[start:end] = [True] * (end - start)
    sign = _signature(lines[:cut])
    if sign is not None:
        folded[sign:cut] = [True] * (cut - sign)
    return folded


def _cut(lines):
    """Return where a whole mail begins that stands below the words of this one, else the end."""
    said = False
    for number, line in enumerate(lines):
        if said and (DIVIDES.match(line) or _is_head(lines, number)):
            return number
        said = said or bool(line.strip() and not QUOTE.match(line))
    return len(lines)


def _is_head(lines, number):
    """Return whether the headers of a mail stand here, perhaps below a line across."""
    if RULE.match(lines[number]):
        number += 1
        while number < len(lines) and not lines[number].strip():
            number += 1
    if number >= len(lines) or not FROM.match(lines[number]):
        return False
    below = [line for line in lines[number : number + 8] if line.strip()]
    names = {found[1].lower() for line in below if (found := HEADER.match(line))}
    return len(names) >= 3


def _runs(lines):
    """Return [(start, end)] of quotes with the line that leads over to them."""
    runs, number = [], 0
    while number < len(lines):
        if not QUOTE.match(lines[number]):
            number += 1
            continue
        end = number
        while end < len(lines) and (QUOTE.match(lines[end]) or _goes_on(lines, end)):
            end += 1
        runs.append((_lead(lines, number), end))
        number = end
    return runs


def _goes_on(lines, number):
    """Return whether a blank line stands within a quote."""
    if lines[number].strip():
        return False
    return number + 1 < len(lines) and bool(QUOTE.match(lines[number + 1]))


def _lead(lines, number):
    """Return where a quote begins, with the line or two above that say whose it is."""
    at = number
    while at > 0 and not lines[at - 1].strip():
        at -= 1
    for height in (1, 2, 3):
        if at >= height and LEADS.match("".join(lines[at - height : at])):
            return at - height
    return number


def _signature(lines):
    """Return where a signature begins, None where there is none, or nothing above it."""
    for number, line in enumerate(lines):
        if SIGNATURE.match(line.rstrip("\n")) and any(above.strip() for above in lines[:number]):
            return number
    return None


def _before_signature(lines):
    sign = next((n for n, line in enumerate(lines) if SIGNATURE.match(line.rstrip("\n"))), None)
    return lines[:sign]
