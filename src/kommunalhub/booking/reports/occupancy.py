"""How full the spaces of a folder were: who used what, read from the ledgers."""

from collections import defaultdict
from functools import cached_property
from kommunalhub.booking import bookings
from kommunalhub.booking import free
from kommunalhub.booking import rules as time_rules
from kommunalhub.booking.prices.rules import pieces_of
from kommunalhub.booking.reports import rules
from kommunalhub.booking.reports.rules import Use
from kommunalhub.booking.rules import MINUTE
from kommunalhub.booking.rules import open_spans
from kommunalhub.booking.settings import terms_of
from kommunalhub.core import registry
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.partners.membership import partner_ids
from plone.uuid.interfaces import IUUID


#: So few people that a line would tell of one of them; the same for all figures of the house.
LEAST_PEOPLE = "kommunalhub.figures_least_people"
DESK, PARTNER, APPLICANT, WEEKDAY, MONTH = "space", "partner", "applicant", "weekday", "month"


class Occupancy:
    """The tables for what is Asked of a folder; times in which a space is closed do not count."""

    def __init__(self, folder, asked):
        self.asked = asked
        query = {"space_kind": asked.kind} if asked.kind else {}
        self.spaces = {IUUID(space): space for space in free.spaces_in(folder, **query)}
        self.least = registry.read(LEAST_PEOPLE) or 1

    @cached_property
    def read(self):
        """(Uses that were asked for, {(UID, day): minutes to book})."""
        uses, opened = [], defaultdict(int)
        for uid, space in self.spaces.items():
            terms, kept = terms_of(space), free.ledger_of(space)
            for day in self.asked.span.days():
                spans = open_spans(day, terms)
                opened[uid, day] = sum(int(span.length / MINUTE) for span in spans)
            claims = kept.claims(self.asked.span) if kept is not None else ()
            for claim in claims:
                if claim.space == uid:
                    self._take(kept.get(claim.id), terms, uses, opened)
        return uses, opened

    def _take(self, booking, terms, uses, opened):
        asked, span = self.asked, self.asked.span
        if not booking.is_confirmed or not booking.span.overlaps(span):
            return
        cut = time_rules.Span(max(booking.start, span.start), min(booking.end, span.end))
        for day, minutes in pieces_of([cut], terms):
            if booking.kind == bookings.CLOSED:
                opened[booking.space, day] -= minutes
            elif asked.partner in ("", booking.partner) and asked.applicant in (
                "",
                booking.applicant,
            ):
                uses.append(
                    Use(
                        booking.id,
                        booking.space,
                        booking.partner,
                        booking.applicant,
                        booking.holder,
                        day,
                        minutes,
                    )
                )

    def total(self):
        uses, opened = self.read
        return rules.total(uses, self.least, sum(opened.values()))

    def table(self, what):
        """Return the Rows by DESK, PARTNER, APPLICANT, WEEKDAY or MONTH."""
        uses, opened = self.read
        keys, by, of_open = KEYS[what]
        sums = None
        if of_open is not None:
            sums = defaultdict(int)
            for (uid, day), minutes in opened.items():
                sums[of_open(uid, day)] += minutes
        return rules.rows(uses, keys(self), by, self.least, sums)

    def months(self):
        first, last = (day.replace(day=1) for day in (self.asked.first, self.asked.last))
        found = [first]
        while found[-1] < last:
            found.append(time_rules.period_of(found[-1], time_rules.MONTH)[1])
        return found


#: What of the tables: their keys in order, what of a Use and of (UID, day) they count by.
KEYS = {
    DESK: (
        lambda occupancy: list(occupancy.spaces),
        lambda use: use.space,
        lambda uid, day: uid,
    ),
    PARTNER: (lambda occupancy: [*partner_ids(), ""], lambda use: use.partner, None),
    APPLICANT: (
        lambda occupancy: list(titles_of("kommunalhub.coworking_applicant_kinds")),
        lambda use: use.applicant,
        None,
    ),
    WEEKDAY: (
        lambda occupancy: list(range(7)),
        lambda use: use.day.weekday(),
        lambda uid, day: day.weekday(),
    ),
    MONTH: (
        lambda occupancy: occupancy.months(),
        lambda use: use.day.replace(day=1),
        lambda uid, day: day.replace(day=1),
    ),
}
