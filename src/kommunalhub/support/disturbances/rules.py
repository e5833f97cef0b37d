"""Which disturbance runs, whom it concerns, and which tickets are alike: pure."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import UTC


#: Three alike within an hour are more than chance.
ENOUGH, WITHIN = 3, timedelta(hours=1)
#: Words shorter than this say nothing; so much of the shorter text must be the same.
SHORTEST, SHARE = 4, 0.5
PLANNED, RUNS, OVER = "planned", "runs", "over"
DEVICE, WORDS, CATEGORY = "device", "words", "category"
SILENT_CATEGORIES = frozenset({"", "other"})


#: What cannot be meant.
FIRST, LAST = 2020, 2100


def aware(moment):
    """Return a moment in UTC; one without a zone, as REST may store it, is in UTC already."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def standing(starts, ends, now):
    """Return PLANNED, RUNS or OVER; the minute of the end does not count, no end is for ever."""
    if now < starts:
        return PLANNED
    return RUNS if ends is None or now < ends else OVER


def concerns(partners, own, signed_in, helps, public):
    """Return whether a disturbance stands on the pages of somebody.

    partners: of the disturbance, empty for everybody; own: those that the person works for; helps:
    whether the person is of support or the hub management; public: whether also for visitors.

    >>> concerns(("malente",), ("lensahn",), True, False, False)
    False
    >>> concerns((), (), True, False, False), concerns((), (), False, False, False)
    (True, False)
    """
    if public or helps:
        return True
    return signed_in and (not partners or not set(partners).isdisjoint(own))


@dataclass(frozen=True)
class Report:
    """A ticket as far as likeness goes. words: folded words of what does not work, as a set."""

    uid: str
    made: datetime
    device: str = ""
    category: str = ""
    words: frozenset = frozenset()


@dataclass(frozen=True)
class Alike:
    """Reports that may have one cause. why: DEVICE, WORDS or CATEGORY; the oldest comes first."""

    why: str
    reports: tuple

    @property
    def uids(self):
        return frozenset(report.uid for report in self.reports)

    @property
    def span(self):
        return self.reports[-1].made - self.reports[0].made


def similar(one, other):
    """Return whether two sets of words say much the same.

    >>> similar({"drucker", "leere", "seiten"}, {"drucker", "druckt", "leere", "blaetter"})
    True
    >>> similar({"drucker"}, {"beamer"}), similar(set(), {"beamer"})
    (False, False)
    """
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) / shorter >= SHARE


def alike(reports, now):
    """Return the Alike of most reports within the last hour, None where there are not enough.

    The same device says more than similar words, and those more than the same category.
    """
    near = sorted(
        (one for one in reports if now - WITHIN <= one.made <= now), key=lambda one: one.made
    )
    found = []
    for why, same in (
        (DEVICE, lambda a, b: bool(a.device) and a.device == b.device),
        (WORDS, lambda a, b: similar(a.words, b.words)),
        (CATEGORY, lambda a, b: a.category == b.category and a.category not in SILENT_CATEGORIES),
    ):
        groups = [tuple(b for b in near if a is b or same(a, b)) for a in near]
        best = max(groups, key=len, default=())
        if len(best) >= ENOUGH:
            found.append(Alike(why, best))
    return max(found, key=lambda one: len(one.reports), default=None)
