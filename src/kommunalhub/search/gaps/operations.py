"""The verbs: note a search without a hit, list what is asked for, and be done with a line."""

from kommunalhub.core.tally import operations as tally
from kommunalhub.core.tally.kinds import TallyKind
from kommunalhub.core.tools import site
from kommunalhub.search.gaps import rules
from kommunalhub.search.gaps.interfaces import IGapList
from kommunalhub.search.gaps.people import Names
from zope.component import getUtilitiesFor


GAPS = TallyKind("search.gaps", days=90, weekly=True, most=2000)


def note(text, kind=GAPS):
    """Count a query that found nothing; nothing is written now, and nothing about people ever.

    kind: a TallyKind of an offer that keeps a list of its own, see interfaces.IGapList.
    Names of people are looked for when counts are written down, see people.sieve.
    """
    kept = rules.tidied(text)
    if kept is not None:
        tally.count(kind, kept)


def lists():
    """Return [(name, IGapList)] of what offers keep besides, in their order."""
    return sorted(getUtilitiesFor(IGapList), key=lambda item: item[1].order)


def lines(portal, kind=GAPS):
    """Return the rules.Lines that may be shown; who has registered since is left out too."""
    names = Names(portal)
    found = rules.lines(tally.periods(portal, kind))
    return [line for line in found if not any(map(names.has, line.spellings))]


def done(key, kind=GAPS):
    """Take a line out; return whether there was one."""
    portal = site()
    found = [line for line in rules.lines(tally.periods(portal, kind)) if line.key == key]
    for line in found:
        for text in line.spellings:
            tally.forget(portal, kind, text)
    return bool(found)
