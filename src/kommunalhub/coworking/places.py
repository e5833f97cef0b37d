"""The places that applications hold: what an approved one may book, what a fixed one keeps."""

from datetime import date
from kommunalhub import _
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import OK
from kommunalhub.booking import closing
from kommunalhub.booking import free
from kommunalhub.booking import operations as booking
from kommunalhub.booking.interfaces import IBookingRight
from kommunalhub.booking.interfaces import ISpace
from kommunalhub.booking.prices import operations as prices
from kommunalhub.booking.settings import terms_of
from kommunalhub.booking.storage import moment_of
from kommunalhub.core import formatting
from kommunalhub.coworking import rules
from kommunalhub.coworking import settings
from plone import api
from plone.uuid.interfaces import IUUID
from zope.component import adapter
from zope.interface import implementer


APPROVED, ACTIVE = "approved", "active"
#: States in which an application gives the right to book, and keeps its fixed place.
HOLDING = (APPROVED, ACTIVE)
MOST_NAMED = 3
#: What the catalog says of an agreement that the applicant has not accepted yet.
OPEN = "open"


@implementer(IBookingRight)
@adapter(ISpace)
class RightOfApplicants:
    """Who has an approved application books spaces of its kind, in its period and on its days."""

    def __init__(self, context):
        self.context = context

    def covers(self, userid, span):
        return any(
            extra.get("space_kind") == self.context.kind
            and is_agreed(extra)
            and covers_span(extra, span)
            for extra in applications_of(userid)
        )


def applications_of(userid):
    """Yield what the catalog knows of the applications of a person that hold."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="CoworkingApplication", Creator=userid, review_state=HOLDING
    )
    for brain in brains:
        yield brain.case_extra or {}


def is_agreed(extra):
    """Return whether nothing is left to agree on before booking, by what the catalog knows."""
    return extra.get("agreement") != OPEN or not settings.accepts_first()


def covers_span(extra, span):
    """Return whether an application, by what the catalog knows of it, is for a Span."""
    if not extra.get("start") or not extra.get("end"):
        return False
    period = [date.fromisoformat(extra[name]) for name in ("start", "end")]
    weekdays = extra.get("weekdays") or ()
    return all(rules.covers_day(day, *period, weekdays) for day in span.days())


def space_of(uid):
    """Return the Space with a UID, whoever asks; None without one, or where it is gone."""
    return booking.space_of(uid) if uid else None


def is_of_kind(uid, kind):
    """Return whether a space is of a kind; nothing chosen, or nothing known, fits."""
    space = space_of(uid)
    return space is None or kind is None or space.kind == kind


def spans_of(extra, first):
    """Return the Spans that an application with a fixed place holds from a day on."""
    if not extra.get("start") or not extra.get("end"):
        return []
    start, end = (date.fromisoformat(extra[name]) for name in ("start", "end"))
    return rules.days_held(max(start, first), end, extra.get("weekdays") or ())


def place_is_free(facts, actor):
    """Return Denied where the fixed place of an application is taken by somebody else."""
    space = space_of(facts.extra.get("fixed_space"))
    if space is None:
        return OK
    spans = spans_of(facts.extra, today())
    clash = first_clash(space, spans)
    if clash is None:
        return OK
    instead = [other.Title() for other in free.like(space) if first_clash(other, spans) is None]
    mapping = {"space": space.Title(), "day": formatting.day(clash)}
    _span, claims = in_the_way(space, spans)
    closed = closing.told_of(claims)
    if closed is not None:
        reason = closed
    elif instead:
        mapping["others"] = ", ".join(instead[:MOST_NAMED])
        reason = _(
            "denied_place_taken",
            default="${space} is taken by somebody else, for the first time on ${day}. Free for "
            "the whole period: ${others}.",
            mapping=mapping,
        )
    else:
        reason = _(
            "denied_place_taken_no_other",
            default="${space} is taken by somebody else, for the first time on ${day}. No other "
            "place of this kind is free for the whole period.",
            mapping=mapping,
        )
    return Denied(reason, ("owner",))


def in_the_way(space, spans):
    """Return (Span, Claims) of the first of the Spans in which a space is taken, or None."""
    terms = terms_of(space)
    for span in spans:
        claims = free.claims_of(space, span.padded(terms.before, terms.after))
        if claims:
            return span, claims
    return None


def first_clash(space, spans):
    """Return the first local day on which a space is taken in one of the Spans, or None."""
    found = in_the_way(space, spans)
    if found is None:
        return None
    span, claims = found
    first = max(moment_of(min(claim.first for claim in claims)), span.start)
    return formatting.to_local(first).date()


def hold(application, extra):
    """Keep the fixed place of an application that was approved, if it wants one."""
    space = space_of(extra.get("fixed_space"))
    if space is not None:
        holder, title = application.Creator(), application.title or ""
        spans, kind = spans_of(extra, today()), rules.kind_of(extra)
        deposit = deposit_of(space, kind, spans)
        for span in spans:
            booking.assign(space, span, holder, IUUID(application), title, kind, deposit)
            deposit = None  # once


def deposit_of(space, kind, spans):
    """Return what is asked for once with a fixed place (EUR), None where nothing is."""
    price = prices.price_of(space, kind, spans)
    return price.deposit if price is not None and price.deposit else None


def let_go(application):
    """Free from now on what an application kept, and what was booked by the right it gave."""
    application.reindexObject(idxs=["review_state"])  # it gives no right any more
    booking.release(application.Creator(), IUUID(application))


def today():
    return formatting.to_local(formatting.now()).date()
