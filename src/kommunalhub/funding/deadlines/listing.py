"""Deadlines of all cases in lists: from the register, cut by what who asks may see."""

from dataclasses import dataclass
from datetime import date
from kommunalhub.core.tools import catalog
from kommunalhub.funding.deadlines import keeping
from kommunalhub.funding.deadlines.storage import ALL
from kommunalhub.funding.deadlines.storage import day_in
from kommunalhub.funding.deadlines.storage import register_of
from kommunalhub.funding.deadlines.storage import rows_of
from kommunalhub.funding.deadlines.terms import TO_DO


TYPE = "FundingConsultation"
#: What a list shows: what lies ahead or is late, what is late, what is over, all of it.
OPEN, OVERDUE, OVER, EVERY = "open", "overdue", "over", "all"
STATES = (OPEN, OVERDUE, OVER, EVERY)


@dataclass(frozen=True)
class Asked:
    """What is asked for; first and last: days, both inclusive, None for no limit."""

    state: str = OPEN
    partner: str = ALL
    kind: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Row:
    """One deadline in a list; brain: of its case. over: since when it is done or has gone."""

    day: date
    number: int
    key: str
    kind: str
    partner: str
    title: str
    text: str
    how: str
    over: date | None
    sequence: int
    has_moved: bool
    brain: object

    @property
    def url(self):
        """The address of the deadline on the page of its application."""
        return f"{self.brain.getURL()}/@@antrag/{self.number}#frist-{anchor(self.key)}"


def anchor(key):
    """Return a key as it stands in addresses and ids."""
    return key.replace(".", "-")


def visible():
    """Return {UID: brain} of the cases that who asks may see: one query."""
    return {brain.UID: brain for brain in catalog()(portal_type=TYPE)}


class Listing:
    """What is asked for, by day; `total` of them, `cut` wakes those that are shown."""

    def __init__(self, asked, today):
        self.asked = asked
        self.today = today
        self.brains = visible()
        self.found = sorted(self._found()) if asked.state == EVERY else list(self._found())
        if asked.state == OVER:
            self.found.reverse()

    @property
    def total(self):
        return len(self.found)

    def cut(self, start, size):
        return [self.row(*one) for one in self.found[start : start + size]]

    def __iter__(self):
        return (self.row(*one) for one in self.found)

    def row(self, key, facts):
        kind, partner, title, text, how, over, sequence, moved = facts
        return Row(
            day=day_in(key),
            number=key[2],
            key=key[3],
            kind=kind,
            partner=partner,
            title=title,
            text=text,
            how=how,
            over=over,
            sequence=sequence,
            has_moved=moved,
            brain=self.brains[key[1]],
        )

    def _found(self):
        asked, register, brains = self.asked, register_of(), self.brains
        if asked.state != OVER:
            last = asked.last
            now = self.today.toordinal()
            late = asked.state == OVERDUE
            for key, facts in rows_of(register.open, asked.partner, asked.first, last):
                if late and key[0] >= now:
                    break
                if key[1] not in brains or (asked.kind and facts[0] != asked.kind):
                    continue
                # What has ended by itself is neither late nor ahead.
                if key[0] < now and facts[0] not in TO_DO and asked.state != EVERY:
                    continue
                yield key, facts
        if asked.state in (OVER, EVERY):
            for key, facts in rows_of(register.over, asked.partner, asked.first, asked.last):
                if key[1] in brains and asked.kind in ("", facts[0]):
                    yield key, facts


def is_late(row):
    """Return whether something was done after its day."""
    return row.how == keeping.DONE and row.over > row.day
