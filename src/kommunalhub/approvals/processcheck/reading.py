"""The data of the process check, read from the site."""

from kommunalhub.approvals import workflows
from kommunalhub.approvals.case.emptiness import crowd_of
from kommunalhub.approvals.clock.settings import service_days
from kommunalhub.approvals.processcheck import consents
from kommunalhub.approvals.processcheck import rules
from kommunalhub.approvals.processes import case_types
from kommunalhub.approvals.processes import process_of
from kommunalhub.core.titles import titled
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.rules import groups_of
from kommunalhub.partners.rules import HUB_GROUPS
from zope.i18nmessageid import Message


# fmt: off
ENGLISH = frozenset({
    "accept", "activate", "approve", "archive", "ask", "assign", "back", "cancel", "close",
    "confirm", "deny", "end", "for", "grant", "hand", "hide", "make", "private", "publish",
    "reject", "release", "reopen", "request", "resolve", "retract", "return", "review", "send",
    "show", "start", "submit", "take", "the", "to", "wait", "withdraw",
})
# fmt: on


def findings():
    """Return {portal type: its findings, "": those about groups} of the current site."""
    processes = {name: process_of(name) for name in case_types()}
    found = {name: _of_type(name, process) for name, process in processes.items()}
    found["consents"] = consents.findings()
    crowds = {group: crowd_of(group) for group in groups()}
    found[""] = rules.check_groups(
        processes,
        {group: len(crowd.people) for group, crowd in crowds.items()},
        partner_ids(),
        {group: len(crowd.mailed) for group, crowd in crowds.items()},
        consents.asked_now(),
    )
    return found


def _of_type(portal_type, process):
    definition = definition_of(portal_type)
    if definition is None:
        return (rules.Finding("no_workflow", portal_type),)
    return rules.check(process, definition)


def definition_of(portal_type):
    """Return the Definition of a type's workflow, or None when it has none."""
    workflow = workflows.definition_of(portal_type)
    if workflow is None:
        return None
    states = {
        name: rules.State(
            title=state.title or name,
            exits=tuple(state.transitions),
            viewers=_viewers(state),
        )
        for name, state in workflow.states.objectItems()
    }
    return rules.Definition(
        initial=workflow.initial_state,
        states=states,
        transitions={
            name: _transition(name, transition)
            for name, transition in workflow.transitions.objectItems()
        },
        days={name: service_days(portal_type, name) for name in states},
        voting=consents.voting_states().get(portal_type, ()),
    )


def _transition(name, transition):
    title = transition.actbox_name or transition.title or name
    return rules.Transition(
        title=title,
        target=transition.new_state_id,
        roles=tuple(transition.guard.roles) if transition.guard is not None else (),
        german=is_german(title, name),
    )


def is_german(title, name):
    """Return whether people read a title in German: from the catalogue, or as it was written.

    A title that no catalogue knows is taken for German unless it is the bare id or has a word
    that English workflows are made of.
    """
    if isinstance(titled(title), Message):
        return True
    return title != name and not ENGLISH.intersection(title.lower().split())


def _viewers(state):
    """Return the roles with View in a DCWorkflow state, None where it is acquired or not set."""
    if "View" not in (state.permission_roles or {}):
        return None
    info = state.getPermissionInfo("View")
    return None if info["acquired"] else tuple(info["roles"])


def groups():
    """Return the ids of all groups of the partners and of the hub."""
    of_partners = [group for partner in partner_ids() for group in groups_of(partner).values()]
    return (*of_partners, *HUB_GROUPS)
