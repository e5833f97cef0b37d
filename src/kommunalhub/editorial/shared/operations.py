"""The verbs of shared pages: which slots there are, what is said in them, and filling them."""

from AccessControl.SecurityManagement import getSecurityManager
from Acquisition import aq_base
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.caching import revision
from kommunalhub.core.tools import site
from kommunalhub.editorial.areas import typed
from kommunalhub.editorial.areas.reading import is_for_everybody
from kommunalhub.editorial.areas.storage import area_of
from kommunalhub.editorial.shared import rules
from kommunalhub.editorial.shared import storage
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.rules import group_id
from plone.uuid.interfaces import IUUID


#: Slots that the area of an administration fills where nobody has said something else.
CONTACT, HOURS = "kontakt", "öffnungszeiten"
PROBLEMS = {
    "long": _(
        "error_slot_long",
        default="Please shorten this to ${n} characters.",
        mapping={"n": rules.LONGEST_VALUE},
    ),
    "lines": _(
        "error_slot_lines",
        default="Please use ${n} lines at most.",
        mapping={"n": rules.MOST_LINES},
    ),
}


class Wrong(ValueError):
    """What cannot be saved; `errors` is {slot: translatable sentence}."""

    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


class Overtaken(ValueError):
    """Somebody else has filled the slots in the meantime."""


def slots_of(page):
    """Return the names of the slots of a page."""
    text = getattr(aq_base(page), "text", None)
    return rules.slots_of(getattr(text, "raw", None) or "")


def value_of(page, partner, slot, moment=None):
    """Return what an administration says in a slot: its value, else what its area tells, or "".

    moment: as of when, None for now. What the area told earlier nobody knows.
    """
    entry = rules.at(storage.entries_of(page, partner), moment)
    value = entry[slot] if entry is not None else ""
    return value or (usual(partner, slot) if moment is None else "")


def usual(partner, slot):
    """Return what the area of an administration says to everybody for a slot, or ""."""
    name = slot.casefold()
    if name not in (CONTACT, HOURS):
        return ""
    folder = site().unrestrictedTraverse(f"partner/{partner}", None)
    if folder is None or not is_for_everybody(folder, "contact"):
        return ""
    if name == HOURS:
        return typed.write_week(area_of(folder).week)
    known = get_partner(partner)
    return "\n".join(filter(None, (known.address, known.phone, known.email)))


def missing(page, partner):
    """Return the slots in which an administration says nothing yet."""
    return tuple(slot for slot in slots_of(page) if not value_of(page, partner, slot))


def version_of(page, partner):
    """Return a number that tells whether somebody has filled the slots since."""
    return len(storage.entries_of(page, partner))


def fillable():
    """Return the ids of the administrations whose slots who asks may fill, sorted."""
    if {"HubManager", "Manager"} & set(asking.roles()):
        return tuple(sorted(partner_ids()))
    groups = set(getSecurityManager().getUser().getGroups())
    return tuple(one for one in sorted(partner_ids()) if group_id(one, "editors") in groups)


def fill(page, partner, values, version=None):
    """Let an administration say something in the slots of a page; others than those named stay.

    values: {slot: text}. Raises Wrong, Overtaken.
    """
    slots = slots_of(page)
    errors = {slot: _no_slot() for slot in values if slot not in slots}
    for slot, value in values.items():
        found = rules.problem(value)
        if found is not None:
            errors[slot] = PROBLEMS[found]
    if errors:
        raise Wrong(errors)
    if version is not None and version != version_of(page, partner):
        raise Overtaken(version)
    last = rules.at(storage.entries_of(page, partner), None)
    before = dict(last.values) if last is not None else {}
    told = {slot: "\n".join(rules.lines_of(value)) for slot, value in values.items()}
    after = {slot: value for slot, value in (before | told).items() if value and slot in slots}
    if after == before:
        return False
    entry = storage.Entry(formatting.now(), tuple(sorted(after.items())))
    storage.add_entry(page, partner, entry)
    note(page)
    if revision.is_public(page):
        revision.advance(site())
    return True


def _no_slot():
    return _("error_slot_unknown", default="There is no such gap in this text.")


def note(page):
    """Let the board know which slots a page has, and who has said something in them."""
    slots = slots_of(page)
    filled = {}
    for partner in partner_ids() if slots else ():
        entry = rules.at(storage.entries_of(page, partner), None)
        filled[partner] = tuple(slot for slot in slots if entry is not None and entry[slot])
    storage.note(IUUID(page), slots, filled)


def forget(page):
    storage.note(IUUID(page), (), {})


def lacking(uid, partner):
    """Return how many slots of a page an administration has still to fill, from the board."""
    slots, filled = storage.board().get(uid, ((), {}))
    open_ = [slot for slot in slots if slot not in filled.get(partner, ())]
    return sum(1 for slot in open_ if not usual(partner, slot))
