"""Whom a case awaits, who takes part in it, and who answers for the applicant: pure."""

from dataclasses import replace
from kommunalhub.approvals.rules import FUNCTIONS
from kommunalhub.approvals.rules import tokens_of


ALWAYS_INVOLVED = frozenset({"Owner", "Colleague", "Editor", "Reviewer", "HubManager", "Manager"})


def involved_roles(process):
    """Return the roles whose holders read the journal of a case.

    Its administration, its applicant, and everybody whom one of its steps awaits; those who merely
    see what came of it (staff, or the public of a published material) do not.
    """
    functions = {who for step in process.steps.values() for who in step.awaits}
    return ALWAYS_INVOLVED | {FUNCTIONS[who] for who in functions}


def answerers(process):
    """Return the functions on the applicant's side: those to whom a case is sent back."""
    found = {"owner"}
    for state, step in process.steps.items():
        if "owner" in step.awaits and state not in process.milestones:
            found.update(step.awaits)
    return tuple(name for name in FUNCTIONS if name in found)


def awaited(process, facts):
    """Return the tokens of those whom the case awaits now, with an open question who answers.

    What a thing itself says (`awaits` among the extra facts) comes before what its step says; who
    looks after a page (`upkeep`) is awaited besides.
    """
    functions = facts.extra.get("awaits")
    if functions is None:
        functions = process.step(facts.state).awaits
    if facts.extra.get("question"):
        functions = (*functions, *answerers(process))
    tokens = [token for who in functions for token in tokens_of(who, facts)]
    if upkeep := facts.extra.get("upkeep"):
        tokens.append(upkeep["who"])
    return tuple(dict.fromkeys(tokens))


def barred(process, facts, exits):
    """Return the user ids for whom the case does not wait although their group is awaited.

    These are the ones four eyes keep from deciding, unless somebody awaited has a step to take
    that asks for no second pair of eyes.
    exits: {transition: guard roles} of the state.
    """
    awaits = process.step(facts.state).awaits
    if not awaits or facts.extra.get("question"):
        return ()  # answering needs no second pair of eyes
    for function in awaits:
        role = FUNCTIONS[function]
        taken = [name for name, roles in exits.items() if role in roles]
        if not any(process.asks_four_eyes(name, facts) for name in taken):
            return ()
    people = (facts.creator, facts.last_editor)
    return tuple(dict.fromkeys(person for person in people if person))


def without_question(facts):
    """Return the facts of a case as if no question were open: the decision waits for the same."""
    extra = {name: value for name, value in facts.extra.items() if name != "question"}
    return replace(facts, extra=extra)
