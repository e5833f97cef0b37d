"""Find where a person is named in the funding room, and take them out of all of it."""

from collections import Counter
from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.approvals.journal import entries
from kommunalhub.core.tools import catalog
from kommunalhub.funding.applications.operations import touch
from kommunalhub.funding.applications.operations.writing import note
from kommunalhub.funding.applications.typed import Reading
from kommunalhub.funding.traces import places
from kommunalhub.funding.traces import rules
from kommunalhub.security.userids.book import full_name


MAX_REASON, MAX_ID = 1000, 200
#: What the register of De-minimis aid is called in any language.
LEDGER = "De-minimis"


@dataclass(frozen=True)
class Trace:
    """In how many places of a kind somebody is named. url, title: of a case or a programme."""

    kind: str
    times: int
    title: str
    url: str


def person_of(userid):
    name = full_name(userid)
    return rules.Named(userid, name if name != userid else "")


def traces_of(userid):
    """Return all Traces of a person, whoever may see the cases."""
    person, found = person_of(userid), []
    for case in _cases():
        found += _counted(places.places_of(case), person, case.Title(), case.absolute_url())
    register = places.register()
    for ledger in register.ledgers.values():
        title = ledger.undertaking.name
        found += _counted(places.places_of_ledger(ledger), person, title, "")
    found += _counted(places.places_of_register(register), person, LEDGER, "")
    for programme in _programmes(userid):
        found.append(Trace("programme", 1, programme.Title(), programme.absolute_url()))
    return found


def take_out(userid, values):
    """Take a person out of all places and return in how many they were named. Raises Wrong.

    values: reason, which stands in the journals of the cases; confirmed.
    """
    read = Reading(values)
    reason = read.text("reason", MAX_REASON, required=True)
    if not read.flag("confirmed"):
        message = _("error_redact_sure", default="Please confirm that it shall be gone for good.")
        read.wrong("confirmed", message)
    read.done()
    person, count = person_of(userid), 0
    for case in _cases():
        here = _clear(places.places_of(case), person)
        if here:
            touch(case)
            note(case, entries.NAMES_OUT, reason)
        count += here
    register = places.register()
    for ledger in register.ledgers.values():
        here = _clear(places.places_of_ledger(ledger), person)
        if here:
            ledger.changes += 1
        count += here
    count += _clear(places.places_of_register(register), person)
    for programme in _programmes(userid):
        programme.checked_by = None
        count += 1
    return count


def _clear(found, person):
    """Take a person out of Places and return out of how many."""
    count = 0
    for place in found:
        if any(rules.named_in(place.value, person)):
            place.write(rules.without(place.value, person))
            count += 1
    return count


def _counted(found, person, title, url):
    kinds = Counter(place.kind for place in found if any(rules.named_in(place.value, person)))
    return [Trace(kind, times, title, url) for kind, times in kinds.items()]


def _cases():
    return _all("FundingConsultation")


def _programmes(userid):
    return [one for one in _all("FundingProgramme") if one.checked_by == userid]


def _all(portal_type):
    """Yield all objects of a type; a person who asks is told of those they do not see, too."""
    query = {"portal_type": portal_type, "sort_on": "path"}
    for brain in catalog().unrestrictedSearchResults(**query):
        yield brain._unrestrictedGetObject()
