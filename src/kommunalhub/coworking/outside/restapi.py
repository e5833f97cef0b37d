"""@my-application on the section: what a link shows and does, for programs.

The key of the link comes in the header `X-Hub-Link`: addresses stand in logs, headers do not.
"""

from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.conversation.questions import open_questions
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.booking import closing
from kommunalhub.booking.interfaces import BookingRefused
from kommunalhub.booking.interfaces import NotYours
from kommunalhub.booking.interfaces import SlotTaken
from kommunalhub.core import links
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import refused
from kommunalhub.coworking.agreement import showing as agreement
from kommunalhub.coworking.outside import booking
from kommunalhub.coworking.outside import operations
from kommunalhub.coworking.outside import texts
from kommunalhub.coworking.outside.acts import ACTS
from kommunalhub.security.guests import operations as guests
from kommunalhub.security.guests import session
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.interface import alsoProvides


FIELDS = frozenset(
    {"act", "text", "question", "comment", "space", "date", "start", "end", "purpose", "booking"}
    | {"price"}
)


class MyApplication(Service):
    """What both methods share."""

    def enter(self):
        """Return (id of the guest, application); raises NotFound for a key that is not good."""
        links.hide(self.request.response)
        guest_id = session.guest_by_header(self.request)
        case = operations.case_of(guest_id) if guest_id is not None else None
        if case is None:
            raise NotFound("@my-application")
        return guest_id, case

    def shown(self, case):
        view = getMultiAdapter((case, self.request), name="view")
        told = agreement.shown(case)
        return {
            "number": view.number,
            "title": case.Title(),
            "state": view.case.state,
            "questions": [
                {"id": question["seq"], "text": question["comment"]}
                for question in open_questions(case)
            ],
            "acts": [act["id"] for act in view.offered if act["id"] in ACTS],
            "agreement": None if told is None else bool(told["accepted"]),
            "bookings": [
                {name: one[name] for name in ("id", "space", "start", "end", "purpose", "fixed")}
                for one in map(booking.shown, booking.to_come())
            ],
        }

    def taken(self, case, data, refusal):
        """Return what is in the way of a time (a SlotTaken), and what is free instead."""
        return {
            **self.told(409, closing.told_of(refusal.claims) or texts.TAKEN),
            "alternatives": [
                {
                    "space": space.UID(),
                    "title": space.Title(),
                    "start": span.start.isoformat(),
                    "end": span.end.isoformat(),
                }
                for space, span in booking.instead(case, data)
            ],
        }

    def told(self, status, message):
        self.request.response.setStatus(status)
        return {"type": "Error", "message": translate(message, context=self.request)}


class MyApplicationGet(MyApplication):
    """GET @my-application."""

    def reply(self):
        guest_id, case = self.enter()
        with guests.acting(guest_id):
            return self.shown(case)


class MyApplicationPost(MyApplication):
    """POST @my-application {act, ...}: one of acts.ACTS; papers come by the page alone."""

    def reply(self):
        guest_id, case = self.enter()
        data = body_of(self.request)
        act = data.get("act")
        if act not in ACTS or not set(data) <= FIELDS:
            raise NotFound("act")
        # the key in a header is no cookie: no other site makes a browser send it
        alsoProvides(self.request, IDisableCSRFProtection)
        with guests.acting(guest_id):
            try:
                result = ACTS[act](case, data)
            except BookingRefused as refusal:
                return refused(refusal.errors, self.request)
            except ApprovalError as error:
                return self.told(status_of(error), error.args[0])
            except SlotTaken as refusal:
                return self.taken(case, data, refusal)
            except booking.PriceUnseen as unseen:
                told = self.told(409, texts.price_of(unseen.price))
                return {**told, "price": str(unseen.price)}
            except NotYours as error:
                return self.told(403, error.args[0])
            except KeyError:
                return self.told(409, texts.NO_SUCH_BOOKING)
            if act == "revoke":
                return self.reply_no_content()
            found = self.shown(case)
        return {**found, "key": result} if act == "subscribe" else found
