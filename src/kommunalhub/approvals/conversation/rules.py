"""Who asks, who answers, who reads notes, and which questions are open: pure, no Plone.

A question has the number (`seq`) of its journal entry. What an entry does stands in its `action`:
`asked`, `withdrawn:<seq>` (one question), `answers:<seq>` (all up to this one).
"""

from kommunalhub import _
from kommunalhub.approvals.rules import answerers
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import FUNCTIONS
from kommunalhub.approvals.rules import lenders
from kommunalhub.approvals.rules import OK
from kommunalhub.approvals.rules import tokens_of


QUESTION, ANSWER, NOTE = KINDS = ("question", "answer", "note")
ASKED, WITHDRAWN, ANSWERS = "asked", "withdrawn", "answers"
#: Entries that only those read who decide: notes, how each administration voted, who is at it.
INTERNAL = frozenset({NOTE, "vote", "assigned"})
HUB = frozenset({"HubManager", "Manager"})


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


def insiders(process):
    """Return the functions that decide on cases of this kind in any state."""
    asked = answerers(process)
    awaited = {name for step in process.steps.values() for name in step.awaits}
    return tuple(name for name in FUNCTIONS if name in awaited and name not in asked)


def roles_of(functions):
    return frozenset(FUNCTIONS[name] for name in functions)


def may_ask(process, facts, actor):
    """Return Ok for who decides in the present state, unless it is their own case."""
    functions = askers(process, facts.state)
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


def may_note(process, facts, actor):
    """Return Ok for who reads and writes internal notes: who decides or leads the hub.

    Never the applicant, whatever else they are.
    """
    if not is_applicant(facts, actor) and acts_as(facts, actor, inside_roles(process)):
        return OK
    reason = _(
        "denied_note", default="Internal notes are written by who decides on cases of this kind."
    )
    tokens = tuple(token for name in insiders(process) for token in tokens_of(name, facts))
    return Denied(reason, tokens, "role")


def inside_roles(process):
    return HUB | roles_of(insiders(process))


def acts_as(facts, actor, roles):
    """Return whether a person holds one of the roles, not only in place of the applicant."""
    people = lenders(actor, roles)
    return bool(actor.roles & roles) and not (people and {facts.creator}.issuperset(people))


def on_behalf_of(process, facts, actor, kind):
    """Return the id of whom a person says something for as a substitute, or None."""
    roles = {
        QUESTION: roles_of(askers(process, facts.state)),
        ANSWER: roles_of(answerers(process)),
        NOTE: inside_roles(process),
    }[kind]
    if kind == ANSWER and is_applicant(facts, actor):
        return None
    people = [one for one in lenders(actor, roles) if kind == ANSWER or one != facts.creator]
    return people[0] if people else None


def is_applicant(facts, actor):
    return actor.userid == facts.creator or "Owner" in actor.roles


def visible(entries, reads_notes):
    """Return the entries for one reader: without notes, and without what was done to a note."""
    if reads_notes:
        return list(entries)
    entries = list(entries)
    hidden = {entry["seq"] for entry in entries if entry["kind"] in INTERNAL}
    return [
        entry
        for entry in entries
        if entry["seq"] not in hidden and (entry.get("redacts") or {}).get("seq") not in hidden
    ]
