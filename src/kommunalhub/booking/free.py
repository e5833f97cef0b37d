"""What is free and what is taken, for pages, services and whoever proposes something."""

from collections import Counter
from datetime import timedelta
from kommunalhub.booking import rights
from kommunalhub.booking import rules
from kommunalhub.booking.rules import Span
from kommunalhub.booking.settings import terms_of
from kommunalhub.booking.storage import book_of
from kommunalhub.booking.storage import moment_of
from kommunalhub.core import formatting
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from plone.uuid.interfaces import IUUID


#: How many days ahead something else is looked for, and how much of somebody's past counts.
AHEAD, PAST = 14, 100
#: The quarter of an hour at which proposals begin.
STEP = 15


def spaces_in(folder, **query):
    """Return the Spaces of a folder that who is signed in may see, in the order of the folder."""
    return [brain._unrestrictedGetObject() for brain in found_in(folder, **query)]


def found_in(folder, **query):
    """Return what the catalog knows of those Spaces."""
    return catalog()(
        portal_type="Space",
        path="/".join(folder.getPhysicalPath()),
        sort_on="getObjPositionInParent",
        **query,
    )


def book():
    """Return the Book of the site, or None while nothing was booked."""
    return book_of(site())


def ledger_of(space):
    """Return the Ledger of a Space, or None."""
    kept = book()
    return kept.ledgers.get(IUUID(space)) if kept is not None else None


def claims_of(space, span):
    """Return the Claims that touch a Span of a Space, its parts and what it is part of."""
    ledger = ledger_of(space)
    return ledger.claims(span) if ledger is not None else []


def claimed(claims):
    return [Span(moment_of(claim.first), moment_of(claim.last)) for claim in claims]


def booking_of(claim):
    """Return the Booking behind a Claim."""
    return book().ledgers[claim.space].get(claim.id)


def free_spans(space, span, now, terms=None):
    """Return the Spans within a Span that could be booked as far as hours and others allow."""
    terms = terms or terms_of(space)
    first = max(span.start, next_step(now))
    opened = [
        Span(max(opened.start, first), min(opened.end, span.end))
        for day in span.days()
        for opened in rules.open_spans(day, terms)
        if opened.end > first and opened.start < span.end
    ]
    around = span.padded(terms.before + terms.after + 1440, terms.before + terms.after + 1440)
    return rules.gaps(opened, claimed(claims_of(space, around)), terms)


def next_step(now):
    """Return the next full quarter of an hour."""
    now = rules.at_minute(now)
    return now + rules.MINUTE * (-now.minute % STEP)


def day_span(day):
    return rules.span_of(day, 0, 1440)


def alternatives(space, wanted, holder, count=3):
    """Return [(Space, Span)] that fit nearly as well as a Span that is taken, best first.

    At the same time in spaces of the same kind, then the same space at another time.
    """
    now = formatting.now()
    found = []
    for other in like(space):
        if len(found) == count - 1:
            break
        if is_free(other, wanted, holder, now):
            found.append((other, wanted))
    terms = terms_of(space)
    first = rules.to_local(max(wanted.start, now)).date()
    for number in range(AHEAD):
        if len(found) >= count:
            break
        day = first + timedelta(number)
        start = rules.to_local(wanted.start)
        near = rules.local_moment(day, start.hour * 60 + start.minute)
        for gap in free_spans(space, day_span(day), now, terms):
            span = rules.fit(gap, near, wanted.length)
            if span is not None and is_free(space, span, holder, now, terms):
                found.append((space, span))
                break
    return found[:count]


def like(space):
    """Return the other Spaces of the same kind beside a Space, those with most in common first."""
    own = set(space.equipment or ())
    others = [
        other
        for other in spaces_in(space.aq_parent, space_kind=space.kind)
        if IUUID(other) != IUUID(space) and other.seats >= min(space.seats, 1)
    ]
    return sorted(others, key=lambda other: -len(own & set(other.equipment or ())))


def is_free(space, span, holder, now, terms=None):
    """Return whether a person could book a Span as things are; quotas are left to the booking."""
    terms = terms or terms_of(space)
    return (
        not rules.refusals(span, terms, now)
        and not claims_of(space, span.padded(terms.before, terms.after))
        and rights.may_book(space, holder, span)
    )


def habits(userid):
    """Return (Counter of UIDs, {UID: Counter of (first, last) minute of the day}) of a past."""
    kept = book()
    account = kept.accounts.get(userid) if kept is not None else None
    spaces, times = Counter(), {}
    for end, start, uid, kind, _id in list(account.entries)[-PAST:] if account else ():
        if kind:
            local = [rules.to_local(moment_of(number)) for number in (start, end)]
            minutes = tuple(moment.hour * 60 + moment.minute for moment in local)
            spaces[uid] += 1
            times.setdefault(uid, Counter())[minutes] += 1
    return spaces, times


def proposals(folder, userid, count=3, kind=rules.DESK):
    """Return [(Space, Span, whether it is what the person usually books)], the best first.

    All on the next day from tomorrow on on which something of the kind is free for the person.
    """
    now = formatting.now()
    spaces, times = habits(userid)
    order = sorted(spaces_in(folder, space_kind=kind), key=lambda one: -spaces[IUUID(one)])
    today = rules.to_local(now).date()
    for number in range(1, AHEAD + 1):
        found = []
        for space in order:
            span = usual_span(space, today + timedelta(number), times.get(IUUID(space)), now)
            if span is not None and rights.may_book(space, userid, span):
                found.append((space, span, bool(spaces[IUUID(space)])))
        if found:
            found.sort(key=lambda one: (-spaces[IUUID(one[0])], -one[1].length))
            return found[:count]
    return []


def usual_span(space, day, times, now):
    """Return the Span of a day that a person usually books, else the longest free, or None."""
    terms = terms_of(space)
    gaps = free_spans(space, day_span(day), now, terms)
    if times:
        usual = rules.span_of(day, *times.most_common(1)[0][0])
        if any(gap.covers(usual) for gap in gaps) and not rules.refusals(usual, terms, now):
            return usual
    longest = max(gaps, key=lambda gap: gap.length, default=None)
    if longest is not None and terms.longest:
        limit = terms.longest * rules.MINUTE
        longest = Span(longest.start, min(longest.end, longest.start + limit))
    if longest is None or rules.refusals(longest, terms, now):
        return None
    return longest
