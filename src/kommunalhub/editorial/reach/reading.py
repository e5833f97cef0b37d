"""Whom a page reaches now, and whom it would reach by each step out of its state."""

from kommunalhub.approvals.pages import PUBLIC
from kommunalhub.approvals.pages import RELEASED
from kommunalhub.approvals.workflows import definition_of
from kommunalhub.approvals.workflows import exits_of
from kommunalhub.approvals.workflows import state_of
from kommunalhub.partners.audience.reading import audience_of
from kommunalhub.partners.audience.reading import reach_of


def reach_in(page, state):
    """Return the Reach of a page in a state of its workflow."""
    found = definition_of(page.portal_type).states[state]
    return reach_of(page, found.permission_roles["View"])


def reach_now(page):
    """Return the Reach of a page as it stands."""
    return reach_in(page, state_of(page))


def reached_by_steps(page):
    """Return [(title of a step, Reach)] of the steps that release a page from where it stands.

    What is for some people only is not published.
    """
    left_out = {PUBLIC} if audience_of(page).is_narrow else set()
    return [
        (step.title, reach_in(page, step.target))
        for step in exits_of(page.portal_type, state_of(page)).values()
        if step.target in RELEASED and step.target not in left_out
    ]


def is_released(page):
    return state_of(page) in RELEASED
