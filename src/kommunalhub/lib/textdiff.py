"""What differs between two texts, word by word, for people to read."""

from difflib import SequenceMatcher

import re


SAME, OUT, IN = "same", "out", "in"
#: Words are compared inside of passages whose sizes, multiplied, stay below: it costs as much.
WORK = 4_000_000
#: Characters that are kept on either side of what differs; the rest of a long same passage is left
#: out, and a gap stands for it.
AROUND, GAP = 160, " … "
#: Stands behind all of a text while its pieces are joined; never in one.
END = "\0"
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


def pieces(before, after) -> list[tuple[str, str]]:
    """Return both texts as [(SAME, OUT or IN, text)]; without the OUT ones they make the new text.

    Lines are compared first, then the words of those that differ. White space alone is no
    difference, the new text's is given.

    >>> pieces("Frist: zwei Wochen", "Frist: drei Wochen")
    [('same', 'Frist: '), ('out', 'zwei'), ('in', 'drei'), ('same', ' Wochen')]
    """
    found = []
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    # what is said a line may end with is no part of it
    bare = [[" ".join(line.split()) for line in lines] for lines in (old, new)]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *bare, autojunk=False).get_opcodes():
        was, now = "".join(old[i1:i2]), "".join(new[j1:j2])
        if tag == "equal":
            found.append((SAME, now))
        elif tag == "replace":
            found += _words(was, now)
        else:
            found += [(OUT, was), (IN, now)]
    return _joined(found)


def shortened(found, around=AROUND):
    """Return pieces with long same passages cut to what stands next to a difference.

    >>> shortened([("same", "a" * 9), ("in", "!"), ("same", "b" * 9)], around=2)
    [('same', ' … aa'), ('in', '!'), ('same', 'bb … ')]
    """
    last = len(found) - 1
    return [
        (kind, _cut(text, at > 0, at < last, around) if kind == SAME else text)
        for at, (kind, text) in enumerate(found)
    ]


def _words(before, after):
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if len(old) * len(new) > WORK:
        yield OUT, before
        yield IN, after
        return
    keys = [[" " if token.isspace() else token for token in tokens] for tokens in (old, new)]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        was, now = "".join(old[i1:i2]), "".join(new[j1:j2])
        if tag == "equal":
            yield SAME, now
        else:
            yield OUT, was
            yield IN, now


def _joined(found):
    """Return pieces without empty ones; differences with blanks alone between them are one."""
    joined, out, into, blank = [], "", "", ""
    for kind, text in (*found, (SAME, END)):
        if kind != SAME:
            out, into, blank = out + blank, into + blank, ""
            out, into = (out + text, into) if kind == OUT else (out, into + text)
        elif (out or into) and text.isspace() and "\n" not in text:
            blank += text
        else:
            if out.strip():
                joined.append((OUT, out))
            if into.strip():
                joined.append((IN, into))
            else:
                blank = into + blank
            _add(joined, blank + text)
            out = into = blank = ""
    return joined


def _add(joined, text):
    """Add a passage that is the same to the pieces, to the last one where that is the same too."""
    text = text.removesuffix(END)
    if text and joined and joined[-1][0] == SAME:
        joined[-1] = (SAME, joined[-1][1] + text)
    elif text:
        joined.append((SAME, text))


def _cut(text, has_before, has_after, around):
    head = text[:around] if has_before else ""
    tail = text[-around:] if has_after else ""
    if len(text) <= len(head) + len(tail) + len(GAP):
        return text
    return f"{head}{GAP}{tail}"
