"""Who asks, who answers, who writes notes, and which questions are open: pure, no Plone.

A question has the number (`seq`) of its journal entry. What an entry does stands in its `action`:
`asked`, `withdrawn:<seq>` (one question), `answers:<seq>` (all up to this one).
"""

from kommunalhub import _
from kommunalhub.approvals.case.awaiting import answerers
from kommunalhub.approvals.case.insiders import acts_as
from kommunalhub.approvals.case.insiders import inside_roles
from kommunalhub.approvals.case.insiders import insiders
from kommunalhub.approvals.case.insiders import is_applicant
from kommunalhub.approvals.case.insiders import is_inside
from kommunalhub.approvals.case.insiders import roles_of
from kommunalhub.approvals.journal.entries import ANSWER
from kommunalhub.approvals.journal.entries import ASKED
from kommunalhub.approvals.journal.entries import MESSAGE
from kommunalhub.approvals.journal.entries import NOTE
from kommunalhub.approvals.journal.entries import QUESTION
from kommunalhub.approvals.journal.entries import WITHDRAWN
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import lenders
from kommunalhub.approvals.rules import OK
from kommunalhub.approvals.rules import tokens_of


KINDS = (QUESTION, ANSWER, MESSAGE, NOTE)


def target(action):
    """Return the number of the question that an action is about, or None.

    >>> target("answers:7"), target("asked")
    (7, None)
    """
    number = (action or "").partition(":")[2]
    return int(number) if number.isdigit() else None


def open_questions(entries):
    """Return the questions that wait for an answer; entries: of a journal, oldest first.

    A decision settles what was asked before it.
    """
    found = []
    for entry in entries:
        kind, action = entry["kind"], entry["action"] or ""
        number = target(action)
        if kind == "transition":
            found = []
        elif kind == QUESTION and action == ASKED:
            found.append(entry)
        elif kind == QUESTION and action.startswith(WITHDRAWN):
            found = [question for question in found if question["seq"] != number]
        elif kind == ANSWER:
            found = [question for question in found if question["seq"] > (number or 0)]
    return tuple(found)


def askers(process, state):
    """Return the functions that may ask in a state: those it awaits, the applicant's side aside."""
    asked = answerers(process)
    return tuple(name for name in process.step(state).awaits if name not in asked)


def may_ask(process, facts, actor):
    """Return Ok for who decides in the present state, unless it is their own case."""
    functions = () if process.talks else askers(process, facts.state)
    if not functions:
        reason = _(
            "denied_ask_state",
            default="Questions can be asked while somebody decides on the case.",
        )
        return Denied(reason)
    tokens = tuple(token for name in functions for token in tokens_of(name, facts))
    if is_applicant(facts, actor) or not acts_as(facts, actor, roles_of(functions)):
        reason = _("denied_ask", default="Questions to the applicant are asked by who decides now.")
        return Denied(reason, tokens, "role")
    return OK


def may_answer(process, facts, actor):
    """Return Ok for the applicant, and for who may hand in the case for them."""
    functions = answerers(process)
    if is_applicant(facts, actor) or actor.roles & roles_of(functions):
        return OK
    tokens = tuple(token for name in functions for token in tokens_of(name, facts))
    reason = _("denied_answer", default="Questions are answered by the applicant.")
    return Denied(reason, tokens, "role")


def may_write(process, facts, actor):
    """Return Ok for both sides of a case that is a conversation, until it is closed."""
    if not process.talks or facts.state == process.milestones[-1]:
        reason = _("denied_message_state", default="No messages can be written on this case now.")
        return Denied(reason)
    if is_applicant(facts, actor) or is_inside(process, facts, actor):
        return OK
    reason = _(
        "denied_message", default="Messages are written by who asked and by who works on it."
    )
    tokens = tuple(token for name in insiders(process) for token in tokens_of(name, facts))
    return Denied(reason, tokens, "role")


def may_note(process, facts, actor):
    """Return Ok for who reads and writes internal notes, see insiders.is_inside."""
    if is_inside(process, facts, actor):
        return OK
    reason = _(
        "denied_note", default="Internal notes are written by who decides on cases of this kind."
    )
    tokens = tuple(token for name in insiders(process) for token in tokens_of(name, facts))
    return Denied(reason, tokens, "role")


def on_behalf_of(process, facts, actor, kind):
    """Return the id of whom a person says something for as a substitute, or None."""
    roles = {
        QUESTION: roles_of(askers(process, facts.state)),
        ANSWER: roles_of(answerers(process)),
        MESSAGE: inside_roles(process),
        NOTE: inside_roles(process),
    }[kind]
    if kind in (ANSWER, MESSAGE) and is_applicant(facts, actor):
        return None
    people = [one for one in lenders(actor, roles) if kind == ANSWER or one != facts.creator]
    return people[0] if people else None
