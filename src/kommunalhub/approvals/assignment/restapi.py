"""GET, POST and DELETE @assignment on a case."""

from kommunalhub import _
from kommunalhub.approvals.answers.errors import answer as error_answer
from kommunalhub.approvals.assignment import operations
from kommunalhub.approvals.assignment.reading import assignment_of
from kommunalhub.approvals.assignment.reading import can_work_on
from kommunalhub.approvals.assignment.reading import colleagues
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.actor import reads_notes
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.journal.people import person_name
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import text_of
from kommunalhub.partners.substitution.operations import away
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import Forbidden
from zope.i18n import translate
from zope.interface import alsoProvides


NOT_TOLD = _(
    "error_assignment_not_yours",
    default="Who works on a case is known to those who decide on cases of this kind.",
)


class AssignmentGet(Service):
    """{assigned, may_take, colleagues}: for those who decide on cases of this kind.

    assigned: {id, fullname, since, by, away_until} or None. colleagues: to whom it can be handed
    over, [{id, fullname, away_until}], empty for whom the case does not wait for.
    """

    def reply(self):
        if not (self.may_act or reads_notes(self.context)):
            raise Forbidden(translate(NOT_TOLD, context=self.request))
        return self.shown()

    @property
    def may_act(self):
        return can_work_on(facts_of(self.context), current_actor())

    def shown(self):
        may_act, found = self.may_act, assignment_of(self.context)
        me = current_actor().userid
        return {
            "@id": f"{self.context.absolute_url()}/@assignment",
            "assigned": found
            and {
                **person(found.person),
                "since": found.since.isoformat(),
                "by": found.by,
            },
            "may_take": may_act and (found is None or found.person != me),
            "colleagues": [
                person(userid, name)
                for userid, name in (colleagues(self.context) if may_act else ())
                if userid != me
            ],
        }


class AssignmentPost(AssignmentGet):
    """{to?, comment?, seen?}: takes the case, or hands it over to the person `to`.

    seen: the id of who worked on it as far as the client knows, when it is taken over from them.
    """

    def reply(self):
        data = body_of(self.request)
        to, comment, seen = (text_of(data, n, self.request) for n in ("to", "comment", "seen"))
        alsoProvides(self.request, IDisableCSRFProtection)  # body_of: no form of another site
        try:
            if to:
                operations.hand_over(self.context, to, comment)
            else:
                operations.take(self.context, seen)
        except ApprovalError as error:
            return error_answer(error, self.request)
        return self.shown()


class AssignmentDelete(Service):
    """Gives the case back to its group."""

    def reply(self):
        body_of(self.request)
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            operations.give_back(self.context)
        except ApprovalError as error:
            return error_answer(error, self.request)
        return self.reply_no_content()


def person(userid, name=None):
    """Return {id, fullname, away_until} of a person."""
    absence = away(userid)
    return {
        "id": userid,
        "fullname": name or person_name(userid),
        "away_until": absence.end.isoformat() if absence is not None else None,
    }
