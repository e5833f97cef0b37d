"""The verbs: count, and ask for what was counted."""

from kommunalhub.core import formatting
from kommunalhub.core.tally import flushing
from kommunalhub.core.tally.storage import numbers_of
from plone import api


def count(kind, thing):
    """Count one use of a thing (text); writes nothing now, see flushing."""
    portal = api.portal.get()
    if portal._p_jar is not None:
        flushing.add(portal, kind, kind.period(today()), thing)


def totals(portal, kind):
    """Return {thing: number} of all that is kept of a kind; a BTree, or a dict without any."""
    numbers = numbers_of(portal, kind)
    return {} if numbers is None else numbers.totals


def periods(portal, kind):
    """Return {ISO day: {thing: number}} of a kind."""
    numbers = numbers_of(portal, kind)
    return {} if numbers is None else numbers.periods


def forget(portal, kind, thing):
    """Forget what was counted of a thing, as far as it is written down."""
    numbers = numbers_of(portal, kind)
    if numbers is not None:
        numbers.drop(thing)


def today():
    """Return the day on which something is counted (Europe/Berlin)."""
    return formatting.to_local(formatting.now()).date()
