"""What differs between two versions of a page, section by section, for people to read.

A section is what stands below a heading. Sections are told apart by their headings: one that was
moved is the same, one with another heading is the same if most of its words are. Plain Python.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher
from kommunalhub.lib.headings import HEADING
from kommunalhub.lib.htmltext import text_of
from kommunalhub.lib.textdiff import IN
from kommunalhub.lib.textdiff import OUT
from kommunalhub.lib.textdiff import pieces


SAME, ADDED, REMOVED, CHANGED = "same", "added", "removed", "changed"
#: Sections whose words agree to this share are the same one with another heading.
ALIKE = 0.6
#: Longer texts are told apart by their headings alone.
LONGEST = 20_000


@dataclass(frozen=True)
class Section:
    """A heading, "" for what stands before the first, and the text below it, line by line."""

    heading: str
    text: str

    @property
    def whole(self):
        return "\n".join(part for part in (self.heading, self.text) if part)


@dataclass(frozen=True)
class Difference:
    """A section of both versions together. pieces: see textdiff, of its text."""

    kind: str
    heading: str
    before: str = ""
    pieces: tuple = ()

    @property
    def was_renamed(self):
        return self.kind == CHANGED and self.before != self.heading


def sections_of(html):
    """Return the Sections of HTML, without those that say nothing.

    >>> [(one.heading, one.text) for one in sections_of("<p>A</p><h2>Frist</h2><p>Drei Wochen</p>")]
    [('', 'A'), ('Frist', 'Drei Wochen')]
    """
    html, found, heading, at = html or "", [], "", 0
    for match in HEADING.finditer(html):
        found.append(Section(heading, text_of(html[at : match.start()])))
        heading, at = " ".join(text_of(match["inside"]).split()), match.end()
    found.append(Section(heading, text_of(html[at:])))
    return [one for one in found if one.whole]


def differences(before, after):
    """Return [Difference] of two versions in HTML, in the order of the new one.

    What is gone stands where it was. Sections that say the same are among them, as SAME.

    >>> found = differences("<h2>A</h2><p>eins</p>", "<h2>A</h2><p>zwei</p><h2>B</h2><p>neu</p>")
    >>> [(one.kind, one.heading) for one in found]
    [('changed', 'A'), ('added', 'B')]
    """
    old, new = sections_of(before), sections_of(after)
    partner = _pairs(old, new)
    taken, found, at = set(partner.values()), [], 0
    for place, section in enumerate(new):
        match = partner.get(place)
        if match is not None:
            found += [_gone(one) for n, one in enumerate(old[:match]) if n >= at and n not in taken]
            at = max(at, match + 1)
        found.append(_compared(old[match] if match is not None else None, section))
    return found + [_gone(one) for n, one in enumerate(old) if n >= at and n not in taken]


def changes(before, after):
    """Return the Differences of two versions without what says the same."""
    return [one for one in differences(before, after) if one.kind != SAME]


def _pairs(old, new):
    """Return {place in the new one: place in the old one} of the sections that are the same."""
    found, free = {}, list(range(len(old)))
    for is_same in (
        lambda one, other: one == other,
        lambda one, other: one.heading == other.heading,
        _is_alike,
    ):
        for place, section in enumerate(new):
            if place in found:
                continue
            match = next((at for at in free if is_same(old[at], section)), None)
            if match is not None:
                found[place] = match
                free.remove(match)
    return found


def _is_alike(one, other):
    if not one.text or not other.text or max(len(one.text), len(other.text)) > LONGEST:
        return False
    matcher = SequenceMatcher(None, one.text.split(), other.text.split(), autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _compared(old, new):
    if old is None:
        return Difference(ADDED, new.heading, pieces=((IN, new.text),) if new.text else ())
    found = tuple(pieces(old.text, new.text))
    is_same = old.heading == new.heading and all(kind == SAME for kind, _text in found)
    return Difference(SAME if is_same else CHANGED, new.heading, old.heading, found)


def _gone(old):
    return Difference(REMOVED, old.heading, old.heading, ((OUT, old.text),) if old.text else ())
