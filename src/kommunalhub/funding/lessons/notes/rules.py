"""What of a case may come into an experience note: pure, no Plone, no "now"."""

from collections.abc import Iterable
from decimal import Decimal
from decimal import ROUND_HALF_UP
from kommunalhub.lib import redaction
from kommunalhub.lib.german.folding import fold
from kommunalhub.lib.redaction import NAME
from kommunalhub.lib.redaction import NUMBER
from kommunalhub.lib.redaction import PLACE
from kommunalhub.lib.redaction import Span

import re


#: Of fewer administrations of a kind the kind itself would tell which one it is.
FEWEST_OF_A_KIND = 3
#: Sums keep so many digits.
DIGITS = 2
#: Words of names of administrations that stand in every text.
GENERAL = frozenset(
    (
        *("am", "amt", "an", "bei", "der", "gemeinde", "gemeinden", "holstein", "im", "in"),
        *("kommunal", "kreis", "schleswig", "stadt", "verband", "zweckverband"),
    )
)
#: Words of full names that say what somebody does, as some accounts are called.
OFFICES = frozenset(
    (
        *("beratung", "hub", "leitung", "mitarbeit"),
        *("prufung", "redaktion", "support", "verwaltung"),
    )
)
#: The shortest name of a place of which words that go on are found too: Lensahn, Lensahner.
SHORTEST_STEM = 5
#: What names of villages in the north end with, and words that end so and are none.
VILLAGE = re.compile(
    r"\b[A-ZÄÖÜ][a-zäöüß]{2,20}"
    r"(?:dorf|hagen|rade|stedt|büll|bek|beck|wedel|münde|husen|mühlen|witz|see)\b"
)
NO_VILLAGE = frozenset({"Ostsee", "Nordsee", "Badesee", "Windmühlen", "Wassermühlen"})
#: More often is not looked again whether leaving something out has made something new.
ROUNDS = 5
DAYS_OF_A_WEEK, DAYS_OF_A_MONTH = 7, 30
#: Below so many days durations are told in weeks.
WEEKS_UNTIL = 60


class Private:
    """What is known of a case: names of people, places, numbers; asked by lib.redaction.find."""

    def __init__(
        self,
        names: Iterable[str] = (),
        places: Iterable[str] = (),
        numbers: Iterable[str] = (),
    ):
        words = {word for place in places for word in words_of_place(place)}
        entries = [(name, NAME) for name in names if name.strip()]
        entries += [(place, PLACE) for place in (*places, *words) if place.strip()]
        entries += [(number, NUMBER) for number in numbers if number.strip()]
        self.known = redaction.Known(entries)
        self.stems = tuple(stem for word in words if (stem := stem_of(word)))

    def find(self, text):
        """Return the spans of what is known, of words made of a name, and of what is like one."""
        found = [
            span
            for span in self.known.find(text)
            if span.reason != NAME or not self._is_other(text[span.start : span.end])
        ]
        for word in re.finditer(r"[^\W_]+", text):
            if self.stems and fold(word.group()).startswith(self.stems):
                found.append(Span(word.start(), word.end(), PLACE))
        for word in VILLAGE.finditer(text):
            if word.group() not in NO_VILLAGE:
                found.append(Span(word.start(), word.end(), PLACE))
        return found

    def _is_other(self, word):
        """Return whether a part of a name is a place, found as such, or an office."""
        folded = fold(word)
        return folded in OFFICES or bool(self.stems) and folded.startswith(self.stems)


def words_of_place(title):
    """Return the words of the name of an administration that tell which one it is.

    >>> sorted(words_of_place("Stadt Oldenburg in Holstein")), words_of_place("Amt Lensahn")
    (['Oldenburg'], ['Lensahn'])
    """
    words = re.findall(r"[^\W\d_]+", title)
    return [word for word in words if len(word) > 2 and fold(word) not in GENERAL]


def stem_of(word):
    """Return what words that are made of a name begin with, "" for one that is too short.

    >>> stem_of("Malente"), stem_of("Lensahn"), stem_of("Aken")
    ('malent', 'lensahn', '')
    """
    folded = fold(word)
    stem = folded[:-1] if folded.endswith("e") else folded
    return stem if len(stem) >= SHORTEST_STEM else ""


def found_in(text, private):
    """Return the spans of a text that may tell whose case it was, see lib.redaction."""
    return redaction.find(text, private)


def without(text, private, words):
    """Return a text with words, {reason: word}, in the place of what may tell whose case it was."""
    for _round in range(ROUNDS):
        spans = found_in(text, private)
        if not spans:
            break
        text = redaction.without(text, spans, words)
    return text


def marked(text, private):
    """Return [(piece, reason)] of a text; the reason is "" for what may stay."""
    return redaction.pieces(text, found_in(text, private))


def left_in(text, private, kept=""):
    """Return what still stands in a text and may tell whose case it was, each once.

    kept: what stays on purpose, one a line.
    """
    on_purpose = {fold(line.strip()) for line in kept.splitlines()}
    found = [text[span.start : span.end] for span in found_in(text, private)]
    return [one for one in dict.fromkeys(found) if fold(one.strip()) not in on_purpose]


def tells_kind(kind, kinds):
    """Return whether the kind of an administration may be told: enough others are of it.

    >>> tells_kind("office_union", ["municipality", "office_union"])
    False
    """
    return list(kinds).count(kind) >= FEWEST_OF_A_KIND


def rounded(amount):
    """Return an amount of EUR with two digits that count, None for none.

    >>> rounded(Decimal("184500.00")), rounded(Decimal("987.65")), rounded(Decimal("4.20"))
    (Decimal('180000'), Decimal('990'), Decimal('4'))
    """
    if amount is None:
        return None
    place = max(amount.adjusted() - DIGITS + 1, 0) if amount else 0
    step = Decimal(10) ** place
    return (amount / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def share(part, whole):
    """Return how many percent of a whole a part is, to the next five; None where it is not known.

    >>> share(Decimal("90000"), Decimal("184500")), share(None, Decimal(1)), share(Decimal(1), None)
    (Decimal('50'), None, None)
    """
    if part is None or not whole:
        return None
    return min((part * 20 / whole).quantize(Decimal(1), ROUND_HALF_UP) * 5, Decimal(100))


def spans_of_time(steps):
    """Return [(state, days)] of how long a case was in each state, in order, each state once.

    steps: [(state, moment it began)], the last one is where it is now and has no length.
    """
    days = {}
    for (state, begins), (_next, ends) in zip(steps, steps[1:], strict=False):
        days[state] = days.get(state, 0) + max((ends - begins).days, 0)
    return list(days.items())


def roughly(days):
    """Return (unit, number) for a length of time: days, weeks or months, never exact.

    >>> roughly(2), roughly(17), roughly(100)
    (('days', 0), ('weeks', 2), ('months', 3))
    """
    if days < DAYS_OF_A_WEEK:
        return "days", 0
    if days < WEEKS_UNTIL:
        return "weeks", round(days / DAYS_OF_A_WEEK)
    return "months", round(days / DAYS_OF_A_MONTH)


def outcome_of(case_state, application_states, known):
    """Return granted, denied, withdrawn or closed; what came of a case, None while it goes on.

    known: what its history says came of it, see results.rules.outcome_of; a case is over when it
    is closed or denied, or when each of its applications is.
    """
    if case_state == "denied":
        return "denied"
    if case_state == "closed":
        return known if known in ("granted", "denied") else "closed"
    states = set(application_states)
    if not states or states - {"final", "denied", "withdrawn"}:
        return None
    if "final" in states:
        return "denied" if known == "denied" else "granted"
    return "denied" if "denied" in states else "withdrawn"
