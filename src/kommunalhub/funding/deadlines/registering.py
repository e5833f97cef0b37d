"""Entries of cases go into the register of the site, and out of it."""

from kommunalhub.core import registry
from kommunalhub.funding.deadlines import keeping
from kommunalhub.funding.deadlines import reminders
from kommunalhub.funding.deadlines.storage import chains_of
from kommunalhub.funding.deadlines.storage import ensured_register
from kommunalhub.funding.deadlines.storage import put
from kommunalhub.funding.deadlines.storage import take
from kommunalhub.partners.localroles import partner_of
from plone.uuid.interfaces import IUUID


AHEAD = "kommunalhub.funding_deadline_reminders"
ESCALATION = "kommunalhub.funding_deadline_escalation"
#: So much of a condition stands in the register.
TEXT = 200


def promises():
    """Return (days before a deadline on which people are reminded, days until it is escalated)."""
    return tuple(registry.read(AHEAD) or ()), registry.read(ESCALATION)


def register(case, chains, number, key, entry):
    """Keep an entry of a case, and let the register know it."""
    site_register, uid = ensured_register(), IUUID(case)
    if not chains.entries:
        chains.partner = partner_of(case) or ""
    _take(site_register, chains, uid, number, chains.entries.get((number, key)))
    chains.entries[(number, key)] = entry
    _put(site_register, chains, uid, number, entry)


def _put(site_register, chains, uid, number, entry):
    if entry["day"] is None:
        return
    trees = site_register.open if keeping.is_open(entry) else site_register.over
    put(
        trees, chains.partner, _key(uid, number, entry, entry["day"]), row_of(chains, number, entry)
    )
    again = reminders.next_day(entry, *promises())
    if again is not None:
        site_register.remind.insert(_key(uid, number, entry, again))
        chains.reminders[(number, entry["key"])] = again


def _take(site_register, chains, uid, number, entry):
    if entry is None or entry["day"] is None:
        return
    for trees in (site_register.open, site_register.over):
        take(trees, chains.partner, _key(uid, number, entry, entry["day"]))
    again = chains.reminders.pop((number, entry["key"]), None)
    if again is not None:
        site_register.remind.remove(_key(uid, number, entry, again))


def _key(uid, number, entry, day):
    return (day.toordinal(), uid, number, entry["key"])


def row_of(chains, number, entry):
    """Return what a list shows of an entry: (kind, partner, title, text, ...), see listing."""
    over = entry["done"]["day"] if entry["done"] else entry["dropped"]
    word = keeping.DONE if entry["done"] else keeping.DROPPED if entry["dropped"] else ""
    title, text = chains.titles.get(number, ""), entry["text"][:TEXT]
    moved = bool(entry["earlier"])
    sequence = entry["sequence"]
    return (entry["kind"], chains.partner, title, text, word, over, sequence, moved)


def forget(case):
    """Take all entries of a case out of the register; the case goes."""
    chains, site_register, uid = chains_of(case), ensured_register(), IUUID(case)
    for (number, _name), entry in chains.entries.items():
        _take(site_register, chains, uid, number, entry)


def settle_partner(case):
    """Let the register know the entries of a case under its partner of now."""
    chains, partner = chains_of(case), partner_of(case) or ""
    if not chains.entries or chains.partner == partner:
        return
    forget(case)
    chains.partner = partner
    for (number, _name), entry in chains.entries.items():
        _put(ensured_register(), chains, IUUID(case), number, entry)
