"""The verbs: note a search without a hit, list what is asked for, and be done with a line."""

from kommunalhub.core.tally import operations as tally
from kommunalhub.core.tally.kinds import TallyKind
from kommunalhub.core.tools import site
from kommunalhub.search.gaps import rules
from kommunalhub.search.gaps.people import Names


GAPS = TallyKind("search.gaps", days=90, weekly=True, most=2000)


def note(text):
    """Count a query that found nothing; nothing is written now, and nothing about people ever.

    Names of people are looked for when counts are written down, see people.sieve.
    """
    kept = rules.tidied(text)
    if kept is not None:
        tally.count(GAPS, kept)


def lines(portal):
    """Return the rules.Lines that may be shown; who has registered since is left out too."""
    names = Names(portal)
    found = rules.lines(tally.periods(portal, GAPS))
    return [line for line in found if not any(map(names.has, line.spellings))]


def done(key):
    """Take a line out; return whether there was one."""
    portal = site()
    found = [line for line in rules.lines(tally.periods(portal, GAPS)) if line.key == key]
    for line in found:
        for text in line.spellings:
            tally.forget(portal, GAPS, text)
    return bool(found)
