"""The badge of what stands in a list before it is released: „Entwurf“, „Zur Freigabe“.

Whoever makes a list of pages or materials asks here; what is never released, such as a case, has
none. Lists of cases tell the state of each anyway.
"""

from kommunalhub.core.titles import state_title
from zope.component import queryUtility
from zope.interface import Attribute
from zope.interface import Interface


class IReleases(Interface):
    """Named utility (name: portal type): when things of this type are there for others to read."""

    released = Attribute("States in which they are; empty for what is never released.")


def badge_of(portal_type, state):
    """Return the title of the state of what is not released, as a message; None for all else.

    state: its review state, as the object or the catalog tells it.
    """
    releases = queryUtility(IReleases, name=portal_type)
    if not state or releases is None or not releases.released or state in releases.released:
        return None
    return state_title(portal_type, state)


def badge_of_brain(brain):
    """Return the badge of a row of the catalog, see `badge_of`; wakes no object."""
    return badge_of(brain.portal_type, brain.review_state)
