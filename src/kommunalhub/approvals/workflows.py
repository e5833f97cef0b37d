"""Reading side of the DCWorkflow definitions: which steps lead out of a state, and for whom."""

from dataclasses import dataclass
from kommunalhub.core.reading import once
from kommunalhub.core.titles import state_title  # noqa: F401  asked for beside the verbs
from kommunalhub.core.titles import titled
from Products.CMFCore.utils import getToolByName
from Products.DCWorkflow.Transitions import TRIGGER_USER_ACTION
from zope.component.hooks import getSite
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Exit:
    """One transition out of a state; one of `roles` is enough to take it."""

    id: str
    title: Message
    roles: tuple[str, ...]
    target: str


def workflow_tool():
    """Return portal_workflow; pages ask dozens of times, hence without plone.api's checks."""
    return getToolByName(getSite(), "portal_workflow")


@once
def definition_of(portal_type):
    """Return the workflow definition of a type, or None."""
    tool = workflow_tool()
    for name in tool.getChainForPortalType(portal_type):
        return tool.getWorkflowById(name)
    return None


def state_of(obj):
    """Return the id of the state an object is in."""
    return workflow_tool().getInfoFor(obj, "review_state", "")


@once
def exits_of(portal_type, state):
    """Return {transition: Exit} of what people can do in a state, in the definition's order."""
    workflow = definition_of(portal_type)
    found = workflow.states.get(state) if workflow is not None else None
    transitions = {}
    for name in found.transitions if found is not None else ():
        transition = workflow.transitions.get(name)
        if transition is None or transition.trigger_type != TRIGGER_USER_ACTION:
            continue
        transitions[name] = Exit(
            id=name,
            title=titled(transition.actbox_name or transition.title or name),
            roles=tuple(transition.guard.roles) if transition.guard is not None else (),
            target=transition.new_state_id or state,
        )
    return transitions


def graph_of(portal_type):
    """Return {state: states one step further} of a type's workflow."""
    workflow = definition_of(portal_type)
    if workflow is None:
        return {}
    targets = {name: t.new_state_id for name, t in workflow.transitions.objectItems()}
    return {
        name: {targets[step] for step in state.transitions if targets.get(step)}
        for name, state in workflow.states.objectItems()
    }


def has_transition(portal_type, transition):
    """Return whether the type's workflow knows this transition at all."""
    workflow = definition_of(portal_type)
    return workflow is not None and transition in workflow.transitions


def transition_title(portal_type, transition):
    """Return the verb of a transition as a message."""
    workflow = definition_of(portal_type)
    found = workflow.transitions.get(transition) if workflow is not None else None
    return titled(found.actbox_name or found.title or transition) if found else transition
