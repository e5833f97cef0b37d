"""GET and POST @consents: how a round of consents stands, and a vote in it."""

from kommunalhub import _
from kommunalhub.approvals.answers.errors import answer
from kommunalhub.approvals.case.actor import is_involved
from kommunalhub.approvals.consents import operations
from kommunalhub.approvals.consents.reading import read_round
from kommunalhub.approvals.consents.storage import open_round_of
from kommunalhub.approvals.consents.stored import rule_as_stored
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import asking
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.body import wrong
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import Forbidden
from zExceptions import Unauthorized
from zope.i18n import translate
from zope.interface import alsoProvides


def iso(moment):
    return moment.isoformat(timespec="seconds") if moment else None


class ConsentsGet(Service):
    """{state, rule, rows, missing, deadline, ...}; for those who take part in the case."""

    def reply(self):
        require_involved(self.context, self.request)
        return self.shown()

    def shown(self):
        found = read_round(self.context)
        head = {
            "@id": f"{self.context.absolute_url()}/@consents",
            "review_state": state_of(self.context),
        }
        if found is None:
            return {**head, "state": "none", "rule": None, "rows": [], "missing": []}
        standing = found.standing
        return {
            **head,
            "state": found.outcome,
            "round": found.number,
            "rule": rule_as_stored(found.rule),
            "rows": [self.row(row) for row in found.rows],
            "missing": list(found.missing),
            "deadline": iso(found.due),
            "counts": {
                "parties": standing.parties,
                "voted": standing.voted,
                "needed": standing.needed,
            },
            "may_vote": found.is_open and bool(found.voice),
        }

    def row(self, row):
        return {
            "party": row.party,
            "title": row.title,
            "voted": row.voted,
            "silent": row.silent,
            "vote": row.vote,
            "by": row.by,
            "on_behalf_of": row.on_behalf_of,
            "when": iso(row.when),
            "comment": row.comment,
            "mine": row.mine,
        }


class ConsentsPost(ConsentsGet):
    """Casts or changes a vote: {vote, comment, party, seen_state}; answers like GET."""

    def reply(self):
        require_involved(self.context, self.request)
        data = body_of(self.request)
        words = {
            name: text_of(data, name, self.request)
            for name in ("vote", "comment", "party", "seen_state")
        }
        # body_of has seen that no form of another site is behind it: docs/decisions/guards.md.
        alsoProvides(self.request, IDisableCSRFProtection)
        round_ = open_round_of(self.context)
        if words["party"] and round_ is not None and round_.row(words["party"]) is None:
            message = _("error_unknown_party", default="This administration is not asked here.")
            raise wrong("party", message, self.request)
        try:
            operations.vote(
                self.context,
                words["vote"],
                words["comment"],
                words["party"] or None,
                words["seen_state"],
            )
        except ApprovalError as error:
            return answer(error, self.request)
        return self.shown()


def require_involved(case, request):
    """Raise Unauthorized or Forbidden for who takes no part in a case."""
    if is_involved(case):
        return
    message = _(
        "error_consents_not_yours",
        default="The consents are for those who take part in the case.",
    )
    text = translate(message, context=request)
    raise Unauthorized(text) if asking.is_anonymous() else Forbidden(text)
