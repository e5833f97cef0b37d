"""The dates that a calendar is asked for, of all sources."""

from kommunalhub.core import asking
from kommunalhub.core.agenda import gathering
from kommunalhub.core.agenda.gathering import OWN
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.editorial.dates.filters import Asked
from kommunalhub.editorial.dates.vocabularies import ACCESS
from kommunalhub.editorial.dates.vocabularies import TOPICS
from kommunalhub.partners.membership import partner_ids


#: Facts that one may ask for at once.
MOST_FACTS = 20


def dates_in(asked, start, end):
    """Return the Occurrences between two moments that fit, by their start."""
    if asked.kind == OWN:
        found = gathering.own(start, end)
    else:
        found = gathering.occurrences(start, end, kind=asked.kind or None)
    return [one for one in found if asked.fits(one)]


def kinds():
    """Return {name: title} of what a calendar may be asked for by who asks; own dates first."""
    found = {} if asking.is_anonymous() else {OWN: gathering.OWN_TITLE}
    return found | {name: source.title for name, source in gathering.sources().items()}


def asked_in(form):
    """Return (what the values of a request ask for, names of those that nothing is called by)."""
    known = {"kind": kinds(), "partner": partner_ids(), "topic": titles_of(TOPICS)}
    found, wrong = {}, []
    for name, values in known.items():
        value = form.get(name) or ""
        if value and not (isinstance(value, str) and value in values):
            wrong.append(name)
            value = ""
        found[name] = value
    facts = form.get("access") or []
    facts = facts if isinstance(facts, list) else [facts]
    there = titles_of(ACCESS)
    right = [fact for fact in there if fact in facts[:MOST_FACTS]]
    if len(right) != len(facts):
        wrong.append("access")
    return Asked(**found, access=tuple(right)), wrong
