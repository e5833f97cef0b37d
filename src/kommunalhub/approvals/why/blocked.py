"""The steps out of the present state: which are open to a person, and what keeps the others."""

from kommunalhub.approvals import workflows
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.operations import acts_for
from kommunalhub.approvals.processes import process_of
from kommunalhub.approvals.titles import explain
from kommunalhub.approvals.why.rules import lacking


def steps_of(case):
    """Return the acts of who is logged in (see operations.acts_for), each with `lacks`.

    lacks: what is missing whoever takes the step, as a message, None when nothing or when it is
    told as the reason already.
    """
    facts = facts_of(case)
    process = process_of(facts.portal_type)
    exits = workflows.exits_of(facts.portal_type, facts.state)
    steps = []
    for act in acts_for(case):
        lacks = None
        if act["cause"] in ("role", "four_eyes"):
            denied = lacking(process, act["id"], facts, exits[act["id"]].roles)
            lacks = explain(denied, act["title"]) if denied else None
        steps.append({**act, "lacks": lacks})
    return steps
