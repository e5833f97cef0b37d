"""`@second-level` of a ticket, for both sides; and on `support`, for the second level itself."""

from kommunalhub.approvals.answers.errors import answer as error_answer
from kommunalhub.approvals.case.actor import reads_notes
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import text_of
from kommunalhub.support import queue
from kommunalhub.support.desk.secondlevel import operations
from kommunalhub.support.desk.secondlevel import reading
from kommunalhub.support.desk.secondlevel import rules
from kommunalhub.support.desk.secondlevel.browser import act
from kommunalhub.support.desk.secondlevel.browser import PREVIEW
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.interface import alsoProvides


KIND_OF = {action: kind for kind, action in operations.ACTION_OF.items()}
TEXTS = ("question", "seen", "reason", "text", "seq")


def told(lines):
    return [{"name": line.name, "text": line.text} for line in lines if line.text]


def parcel(hand):
    """Return what was handed over last, None where nothing was."""
    if not hand.parcels:
        return None
    last = hand.parcels[-1]
    return {"when": last.when, "whole": last.whole, "lines": told(last.lines)}


def replies(ticket):
    waiting = operations.hand_of(ticket).waiting
    return [
        {
            "seq": entry["seq"],
            "when": entry["when"],
            "act": KIND_OF[entry["action"]],
            "text": entry["comment"],
            "waits": entry["seq"] in waiting,
        }
        for entry in operations.replies_to(ticket)
    ]


class OfTicketGet(Service):
    """{stands, consent, out, handed, answers}; answers for support alone."""

    def reply(self):
        return self.shown()

    def shown(self):
        hand, helps = operations.hand_of(self.context), reads_notes(self.context)
        if not (helps or operations.is_reporter(self.context)):
            return error_answer(NotAllowed(operations.NOT_SUPPORT), self.request)
        return {
            "@id": f"{self.context.absolute_url()}/@second-level",
            "stands": (hand.stands if helps else hand.consent) or None,
            "consent": hand.consent or None,
            "out": hand.out,
            "handed": parcel(hand),
            "answers": replies(self.context) if helps else [],
        }


class OfTicketPost(OfTicketGet):
    """{act: ask|preview|hand|call-back|agree|decline|pass-on|keep, question, seen, …}."""

    def reply(self):
        data = body_of(self.request)
        name, *sent = (text_of(data, key, self.request) for key in ("act", *TEXTS))
        sent = dict(zip(TEXTS, sent, strict=True))
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        try:
            if name == PREVIEW:
                lines, whole = operations.preview(self.context, sent["question"])
                seen = rules.digest(lines, whole)
                return {**self.shown(), "lines": told(lines), "whole": whole, "seen": seen}
            act(self.context, name, **sent)
        except ApprovalError as error:
            return error_answer(error, self.request)
        return self.shown()


class TheirsGet(Service):
    """{items}: what is with the second level, for who works there; with `ticket` one of them."""

    def reply(self):
        if not queue.is_second_level():
            return error_answer(NotAllowed(operations.NOT_SECOND), self.request)
        uid = self.request.form.get("ticket")
        return self.one(uid) if isinstance(uid, str) and uid else self.all()

    def all(self):
        base = f"{self.context.absolute_url()}/@second-level"
        items = [
            {"@id": f"{base}?ticket={row['uid']}", **row} for row in reading.with_second_level()
        ]
        return {"@id": base, "items": items, "items_total": len(items)}

    def one(self, uid):
        ticket = operations.handed_by(uid)
        if ticket is None:
            raise NotFound("ticket")
        return {
            "@id": f"{self.context.absolute_url()}/@second-level?ticket={uid}",
            "number": ticket.case_number,
            "handed": parcel(operations.hand_of(ticket)),
            "answers": replies(ticket),
        }


class TheirsPost(TheirsGet):
    """{ticket: UID, act: status|solved, text}: answers as second level."""

    def reply(self):
        data = body_of(self.request)
        uid, name, words = (text_of(data, key, self.request) for key in ("ticket", "act", "text"))
        if not queue.is_second_level():
            return error_answer(NotAllowed(operations.NOT_SECOND), self.request)
        ticket = operations.handed_by(uid)
        if ticket is None:
            raise NotFound("ticket")
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        try:
            operations.reply(ticket, name, words)
        except ApprovalError as error:
            return error_answer(error, self.request)
        return self.one(uid)
