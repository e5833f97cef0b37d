"""The rules of seats and of the waiting list: pure, no Plone and no "now" in here.

Three promises, whatever happens: those who are in and open offers are never more than the seats
(but for those who were in when their number was lowered), neither all of them nor those of other
hubs; nobody waits while a seat is free that fits them; nobody is overtaken for one.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from kommunalhub.lib import queues
from kommunalhub.lib.queues import LAPSED
from kommunalhub.lib.queues import OFFERED
from kommunalhub.lib.queues import WAITING


REGISTERED = "registered"
#: Given back, or not wanted. LAPSED: an offer that nobody took in time.
CANCELLED = "cancelled"
STATES = (REGISTERED, OFFERED, WAITING, CANCELLED, LAPSED)
ACTIVE = (REGISTERED, OFFERED, WAITING)
#: Whose seat is theirs, or kept for them.
HOLDING = (REGISTERED, OFFERED)

#: Whose people those of other hubs are, where seats are counted.
OTHER_HUBS = "@other-hubs"

# Why something is refused.
NOT_YET, CLOSED, TWICE, FULL, UNKNOWN = "not-yet", "closed", "twice", "full", "unknown"
TOO_LATE, OFFER_OVER, NO_OFFER = "too-late", "offer-over", "no-offer"
TOO_LATE_TO_CHANGE, NOT_LATE = "begun", "not-late"
NO_GUESTS, LINK_USED = "no-guests", "link-used"


class Refused(Exception):
    """A rule is against it; `code` is one of the above, `who` whom it is about (may be empty)."""

    def __init__(self, code, who=""):
        super().__init__(code, who)
        self.code = code
        self.who = who


@dataclass(frozen=True)
class Registration:
    """One seat asked for. number: they are counted as they arrive; who comes again is a new one.

    userid: empty for who has no account. partner: id of their administration, may be empty.
    until: when an offer ends. attended: None while nobody has said. by: who registered them.
    answers: (id of a question of the workshop, answer) each. excused: when somebody said that they
    cannot come, too late to give the seat back; excuse: their words. hub: the name of the other hub
    whose staff they are; admission: what its link is known by. All moments are in UTC.
    """

    number: int
    name: str
    email: str
    state: str
    made: datetime
    changed: datetime
    userid: str = ""
    partner: str = ""
    organisation: str = ""
    needs: str = ""
    by: str = ""
    until: datetime | None = None
    attended: bool | None = None
    why_absent: str = ""
    reminded: bool = False
    answers: tuple[tuple[str, str | bool], ...] = ()
    excused: datetime | None = None
    excuse: str = ""
    hub: str = ""
    admission: str = ""

    @property
    def whose(self):
        return OTHER_HUBS if self.hub else self.partner

    @property
    def keys(self):
        """What a person is known by: two registrations that share one are of the same person."""
        found = [f"user:{self.userid}"] if self.userid else []
        return tuple(found + ([f"mail:{self.email.strip().lower()}"] if self.email else []))


@dataclass(frozen=True)
class Terms:
    """What holds for one workshop.

    quotas: {partner: seats}, until `falls_back`. first: the administration whose people come first
    on the waiting list, if any. closes: registration ends (at the start at the latest).
    give_back_until: until when people give a seat back by themselves. for_hubs: how many seats
    people of other hubs have at most.
    """

    capacity: int
    start: datetime
    quotas: Mapping[str, int] = field(default_factory=dict)
    falls_back: datetime | None = None
    first: str = ""
    opens: datetime | None = None
    closes: datetime | None = None
    give_back_until: datetime | None = None
    offer: timedelta = timedelta(hours=24)
    is_on: bool = True
    for_hubs: int = 0

    @property
    def ends(self):
        """When registration ends: nobody is offered a seat from then on."""
        return min(self.closes or self.start, self.start)

    def is_open(self, now):
        return self.is_on and (self.opens is None or self.opens <= now) and now < self.ends

    def quotas_at(self, now):
        """Return the quotas that hold, {} once they have fallen back to all."""
        if self.falls_back is not None and self.falls_back <= now:
            return {}
        return self.quotas


def holders(registrations):
    """Return how many seats each administration holds; "" stands for people of none."""
    return Counter(one.whose for one in registrations if one.state in HOLDING)


def fits(held, partner, terms, now):
    """Return whether a seat is free for somebody of an administration.

    held: see holders. Seats of one's own administration come first, then those for everybody.

    >>> start = datetime(2026, 12, 8)
    >>> terms = Terms(capacity=3, start=start, quotas={"lensahn": 2})
    >>> [fits(Counter({"malente": 1}), who, terms, start) for who in ("malente", "lensahn", "")]
    [False, True, False]
    """
    if held.total() >= terms.capacity:
        return False
    if partner == OTHER_HUBS and held[OTHER_HUBS] >= terms.for_hubs:
        return False
    quotas = terms.quotas_at(now)
    if held[partner] < quotas.get(partner, 0):
        return True
    beyond = sum(max(count - quotas.get(whose, 0), 0) for whose, count in held.items())
    return beyond < terms.capacity - sum(quotas.values())


def free_for(registrations, partner, terms, now):
    """Return how many more people of an administration would get a seat at once."""
    held, count = holders(registrations), 0
    while fits(held, partner, terms, now):
        held[partner] += 1
        count += 1
    return count


def queue(registrations, terms):
    """Return those who wait, in the order in which they are offered a seat."""
    waiting = [one for one in registrations if one.state == WAITING]
    return sorted(waiting, key=lambda one: (not _comes_first(one, terms), one.number))


def _comes_first(one, terms):
    return bool(terms.first) and one.partner == terms.first


def place_of(registrations, number, terms):
    """Return the place of a registration in the queue, from 1; None for who does not wait."""
    return queues.place_of(queue(registrations, terms), lambda one: one.number == number)


def settled(registrations, terms, now):
    """Return the registrations that have to change now: offers that end, and new ones.

    Doing it again right away changes nothing.
    """
    ended = {one.number: one for one in queues.ended(registrations, now)}
    found = list(ended.values())
    if terms.is_open(now):
        held = holders(ended.get(one.number, one) for one in registrations)

        def hold(one):
            free = fits(held, one.whose, terms, now)
            held[one.whose] += free
            return free

        until = min(now + terms.offer, terms.ends)
        found += queues.offered(queue(registrations, terms), hold, lambda one: until)
    return [replace(one, changed=now) for one in found]


def next_change(registrations, terms, now):
    """Return when `settled` will have something to do without anybody's doing, or None."""
    times = [queues.next_end(registrations)]
    if any(one.state == WAITING for one in registrations):
        times.append(terms.falls_back)
    later = [moment for moment in times if moment is not None]
    return min(later, default=None)


def placed(registrations, new, terms, now):
    """Return a new registration with its state: in, or on the waiting list.

    registrations: settled ones. Raises Refused.
    """
    if not terms.is_on or now >= terms.ends:
        raise Refused(CLOSED)
    if not terms.is_open(now):
        raise Refused(NOT_YET)
    keys = set(new.keys)
    if any(one.state in ACTIVE and keys & set(one.keys) for one in registrations):
        raise Refused(TWICE, new.name)
    if new.hub:
        admitted(registrations, new, terms)
    found = fits(holders(registrations), new.whose, terms, now)
    return replace(new, state=REGISTERED if found else WAITING)


def admitted(registrations, new, terms):
    """Raise Refused where somebody of another hub cannot come, or not by this link any more."""
    if not terms.for_hubs:
        raise Refused(NO_GUESTS)
    if any(one.admission == new.admission for one in registrations):
        raise Refused(LINK_USED)


def accepted(one, now):
    """Return a registration whose offer is taken. Raises Refused."""
    try:
        return replace(queues.taken(one, now, REGISTERED), changed=now)
    except queues.OfferOver:
        raise Refused(OFFER_OVER) from None
    except queues.NoOffer:
        raise Refused(NO_OFFER) from None


def given_back(one, terms, now, by_trainer=False):
    """Return a registration whose seat, offer or place in the queue is given back. Raises Refused.

    A trainer may do so at any time.
    """
    if one.state not in ACTIVE:
        raise Refused(UNKNOWN)
    if not by_trainer and is_late(one, terms, now):
        raise Refused(TOO_LATE)
    return replace(one, state=CANCELLED, changed=now, until=None)


def is_late(one, terms, now):
    """Return whether it is too late for somebody to give their seat back by themselves."""
    return one.state == REGISTERED and now >= min(terms.give_back_until or terms.start, terms.start)


def excused(one, terms, now, words):
    """Return the registration of somebody who cannot come and says so too late to give it back.

    Who has said so has said it once. Raises Refused.
    """
    if one.state not in ACTIVE:
        raise Refused(UNKNOWN)
    if not is_late(one, terms, now):
        raise Refused(NOT_LATE)
    return one if one.excused else replace(one, excused=now, excuse=words)


def changeable(one, terms, now):
    """Return a registration whose answers its person may change still. Raises Refused."""
    if one.state not in ACTIVE:
        raise Refused(UNKNOWN)
    if now >= terms.start:
        raise Refused(TOO_LATE_TO_CHANGE)
    return one


def without_needs(one):
    """Return a registration without what its person needs: nobody has to know it any more."""
    return replace(one, needs="", why_absent="", excuse="")


def without_person(one, userid):
    """Return a registration as it is kept once the account with this id is gone."""
    if one.userid == userid:
        return anonymous(one)
    return replace(one, by="") if one.by == userid else one


def anonymous(one):
    """Return a registration that counts and names nobody."""
    kept = {"name": "", "email": "", "userid": "", "organisation": "", "by": "", "answers": ()}
    return replace(without_needs(one), **kept)
