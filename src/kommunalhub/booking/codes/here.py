"""@@jetzt of a space, where its code leads: check in with one tap, or see what is free.

Whoever is not signed in sees whether it is free and is led through the log-in and back. What is
sent twice, because an answer got lost, changes nothing more.
"""

from datetime import timedelta
from functools import cached_property
from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import closing
from kommunalhub.booking import free
from kommunalhub.booking import operations
from kommunalhub.booking import presence
from kommunalhub.booking import rights
from kommunalhub.booking import rules
from kommunalhub.booking import said
from kommunalhub.booking.browser import days
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.booking.plan import standing
from kommunalhub.booking.refusals import sentence
from kommunalhub.booking.rules import Span
from kommunalhub.booking.settings import terms_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core import links
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.messages import filled
from kommunalhub.core.restapi.body import moment_in
from kommunalhub.security.guests import operations as guests
from kommunalhub.security.guests import session
from plone.uuid.interfaces import IUUID
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote
from zExceptions import Unauthorized


#: Minutes for which one may book at once, beside all that is free.
LENGTHS = (60, 120, 240)
#: A booking of one's own that begins so soon is shown instead of what is free.
SOON = timedelta(hours=1)
ARRIVED = _("message_arrived", default="You are checked in. Welcome!")
GONE = _(
    "here_gone",
    default="In the meantime somebody else has taken it. Nothing is booked and nothing is lost.",
)
BOOKED = _("message_booked", default="Booked: ${space}, ${when}.")


class HerePage(OwnPage):
    """What holds at this moment for who stands before the desk."""

    template = ViewPageTemplateFile("templates/here.pt")
    #: Why it could not be done.
    refused = None

    @cached_property
    def now(self):
        return formatting.now()

    @cached_property
    def terms(self):
        return terms_of(self.context)

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@jetzt"

    @property
    def login_url(self):
        return f"{self.site_url}/login?came_from={quote(self.url, safe='')}"

    @property
    def plan_url(self):
        return f"{self.context.aq_parent.absolute_url()}/@@raumplan"

    @property
    def is_anonymous(self):
        return asking.is_anonymous()

    @cached_property
    def guest_page(self):
        """The page of who has no account and came here with the browser of their link, or None."""
        guest = guests.get(session.guest_of(self.request))
        if guest is None:
            return None
        links.hide(self.request.response)  # nobody else is shown it
        return f"{self.site_url}/{guest.page}#buchen"

    # What holds now.

    @cached_property
    def standing(self):
        return standing.standing_of(self.context, self.terms, self.now, self.now)

    def lasts(self):
        return standing.lasting(self.standing, self.now)

    @cached_property
    def own(self):
        """The Booking of who is signed in that runs or begins before long, or None."""
        if self.is_anonymous:
            return None
        uid, soon = IUUID(self.context), self.now + SOON
        for booking in operations.of_person(self.userid):
            if booking.space == uid and booking.is_firm and booking.start <= soon:
                return booking
        return None

    def is_awaited(self):
        return self.own is not None and presence.is_awaited(self.context, self.own, self.now)

    def awaited_until(self):
        return formatting.clock(presence.window_of(self.context, self.own).end)

    def early_from(self):
        """Return from when on one can check in, where that is still to come, or None."""
        window = presence.window_of(self.context, self.own)
        return formatting.clock(window.start) if window and self.now < window.start else None

    def own_when(self):
        return said.when(self.own.span)

    def own_url(self):
        return days.booking_url(self.context, self.own)

    @cached_property
    def start(self):
        """When a booking made now begins: with the quarter that runs where nobody had it then."""
        now = rules.at_minute(self.now)
        quarter = now - rules.MINUTE * (now.minute % free.STEP)
        before = Span(quarter, now).padded(self.terms.before, 0)
        taken = now > quarter and free.claims_of(self.context, before)
        return now if taken else quarter

    @cached_property
    def offers(self):
        """Return [{start, end, title}] of what can be booked at once, the shortest first."""
        if not self.standing.is_free or self.own is not None:
            return []
        end = self.standing.until - rules.MINUTE * self.terms.after
        if self.terms.longest:
            end = min(end, self.start + self.terms.longest * rules.MINUTE)
        ends = [self.start + minutes * rules.MINUTE for minutes in LENGTHS]
        spans = [Span(self.start, one) for one in (*(one for one in ends if one < end), end)]
        return [self.offer(span) for span in spans if self.can_be_booked(span)]

    def offer(self, span):
        return {
            "start": f"{span.start:%Y-%m-%dT%H:%MZ}",
            "end": f"{span.end:%Y-%m-%dT%H:%MZ}",
            "clock": said.end_clock(span),
        }

    def can_be_booked(self, span):
        return free.is_free(self.context, span, self.userid, self.now, self.terms)

    def why_not(self):
        """Return the sentence why what is free cannot be booked at once."""
        whole = Span(self.start, self.standing.until)
        if not rights.may_book(self.context, self.userid, whole):
            return rights.not_for_you(self.context)
        for refusal in rules.refusals(whole, self.terms, self.now):
            return sentence(refusal, self.context)
        return None

    def instead(self):
        """Return what is free now, or soon, instead."""
        wanted = Span(self.start, self.start + LENGTHS[0] * rules.MINUTE)
        return [
            {"title": space.Title(), "when": said.when(span), "url": days.book_url(space, span)}
            for space, span in free.alternatives(self.context, wanted, self.userid)
        ]

    # What is done.

    def post(self):
        if not asking.may(rights.BOOK, self.context):
            raise Unauthorized("@@jetzt")
        try:
            if self.field("arrived"):
                return self.arrive()
            return self.book()
        except BookingRefused as refusal:
            self.refused = next(iter(refusal.errors.values()))
        except NotYours as refusal:
            self.refused = refusal.args[0]
        except SlotTaken as taken:
            self.refused = closing.told_of(taken.claims) or GONE
        self.request.response.setStatus(409)
        return self.template()

    def arrive(self):
        """Check in; a second time is answered like the first."""
        try:
            presence.check_in(self.context, self.field("id"))
        except KeyError as unknown:
            raise BookingRefused({"": rights.OVER}) from unknown
        return self.lead_to(self.url, ARRIVED)

    def book(self):
        """Book what was offered and check in; what one has already is not booked twice."""
        span = self.offered()
        booking = self.same(span)
        if booking is None:
            booking = operations.book(self.context, span.start, span.end)
            if presence.is_awaited(self.context, booking, self.now):
                presence.check_in(self.context, booking.id)
        mapping = {"space": self.context.Title(), "when": said.when(span)}
        return self.lead_to(self.url, filled(BOOKED, mapping))

    def offered(self):
        """Return the Span in the form; raises BookingRefused for nonsense."""
        try:
            return Span(*(moment_in(self.field(name)) for name in ("start", "end")))
        except ValueError as wrong:
            raise BookingRefused({"": rights.OVER}) from wrong

    def same(self, span):
        """Return the Booking of who asks with exactly this Span, or None."""
        for claim in free.claims_of(self.context, span):
            booking = free.booking_of(claim)
            if (
                booking.holder == self.userid
                and booking.space == IUUID(self.context)
                and booking.kind == bookings.BOOKING
                and booking.span == span
            ):
                return booking
        return None
