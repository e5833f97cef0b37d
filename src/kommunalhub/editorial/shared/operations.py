"""The verbs of shared pages: which slots there are, what is said in them, and filling them."""

from Acquisition import aq_base
from dataclasses import dataclass
from datetime import UTC
from kommunalhub import _
from kommunalhub.approvals import revisions
from kommunalhub.approvals.pages import RELEASED
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.caching import revision
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.editorial.areas import typed
from kommunalhub.editorial.areas.reading import is_for_everybody
from kommunalhub.editorial.areas.storage import area_of
from kommunalhub.editorial.shared import rules
from kommunalhub.editorial.shared import storage
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import groups_of_user
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.rules import group_id
from kommunalhub.search.interfaces import INDEX
from plone import api
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


ON_COPY = _(
    "error_slot_on_copy",
    default="Please fill this in on the page itself, not on its working copy.",
)


class Wrong(ValueError):
    """What cannot be saved; `errors` is {slot: translatable sentence}."""

    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


class Overtaken(ValueError):
    """Somebody else has filled the slots in the meantime."""


@dataclass(frozen=True)
class Todo:
    """What an administration has to do about a page. lacking: slots to fill; stale: look again."""

    lacking: int = 0
    stale: bool = False

    def __bool__(self):
        return bool(self.lacking or self.stale)


def text_of(page):
    """Return the text of a page as HTML, as it was written."""
    text = getattr(aq_base(page), "text", None)
    return getattr(text, "raw", None) or ""


def slots_of(page):
    """Return the names of the slots of a page."""
    return rules.slots_of(text_of(page))


def kept_with(page):
    """Return what values are kept with: those of a working copy with its page."""
    return revisions.original_of(page) or page


def entries_of(page, partner):
    """Return the Entries of an administration, by time."""
    return storage.entries_of(kept_with(page), partner)


def last_of(page, partner):
    """Return the Entry that is in force for an administration, or None."""
    return rules.at(entries_of(page, partner), None)


def looks_again(page, partner):
    """Return whether a page that others read has changed since an administration filled it."""
    is_read = api.content.get_state(page, "") in RELEASED
    return is_read and rules.is_stale(last_of(page, partner), rules.mark_of(text_of(page)))


def value_of(page, partner, slot, moment=None):
    """Return what an administration says in a slot: its value, else what its area tells, or "".

    moment: as of when, None for now. What the area told earlier nobody knows.
    """
    entry = rules.at(entries_of(page, partner), moment)
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


def said_at(page, text, moment):
    """Return {partner: {slot: value}} of what was said by a moment in the slots of a text."""
    found = {}
    for partner in partner_ids() if (slots := rules.slots_of(text)) else ():
        values = {slot: value_of(page, partner, slot, moment) for slot in slots}
        if any(values.values()):
            found[partner] = values
    return found


def missing(page, partner):
    """Return the slots in which an administration says nothing yet."""
    return tuple(slot for slot in slots_of(page) if not value_of(page, partner, slot))


def version_of(page, partner):
    """Return a number that tells whether somebody has filled the slots since."""
    return len(entries_of(page, partner))


def fillable():
    """Return the ids of the administrations whose slots who asks may fill, sorted."""
    if {"HubManager", "Manager"} & set(asking.roles()):
        return tuple(sorted(partner_ids()))
    groups = set(groups_of_user())
    return tuple(one for one in sorted(partner_ids()) if group_id(one, "editors") in groups)


def fill(page, partner, values, version=None):
    """Let an administration say something in the slots of a page; others than those named stay.

    The same once more says that it is right for the text as it is now.
    values: {slot: text}. Raises Wrong, Overtaken.
    """
    slots = slots_of(page)
    if revisions.is_revision(page):
        raise Wrong(dict.fromkeys(values, ON_COPY))
    errors = {slot: _no_slot() for slot in values if slot not in slots}
    for slot, value in values.items():
        found = rules.problem(value)
        if found is not None:
            errors[slot] = PROBLEMS[found]
    if errors:
        raise Wrong(errors)
    if version is not None and version != version_of(page, partner):
        raise Overtaken(version)
    last, mark = last_of(page, partner), rules.mark_of(text_of(page))
    before = dict(last.values) if last is not None else {}
    told = {slot: "\n".join(rules.lines_of(value)) for slot, value in values.items()}
    after = {slot: value for slot, value in (before | told).items() if value and slot in slots}
    if after == before and not rules.is_stale(last, mark):
        return False
    when = formatting.now().astimezone(UTC)  # the database keeps no zones by name
    entry = storage.Entry(when, tuple(sorted(after.items())), mark)
    storage.add_entry(page, partner, entry)
    note(page)
    page.reindexObject(idxs=[INDEX, "SearchableText"])
    if revision.is_public(page):
        revision.advance(site())
    return True


def bring(page, said):
    """Let what administrations said of a page elsewhere stand in a new page; others say nothing.

    said: {partner: [Entry]}, by time.
    """
    for partner, entries in said.items():
        for entry in entries:
            storage.add_entry(page, partner, entry)
    if said:
        note(page)
        page.reindexObject(idxs=[INDEX, "SearchableText"])


def _no_slot():
    return _("error_slot_unknown", default="There is no such gap in this text.")


def note(page):
    """Let the board know which slots a page has, and who has said something in them."""
    if revisions.is_revision(page):
        return
    slots, said = slots_of(page), {}
    for partner in partner_ids() if slots else ():
        entry = last_of(page, partner)
        if entry is not None:
            said[partner] = tuple(slot for slot in slots if entry[slot]), entry.mark
    noted = storage.Noted(slots, rules.mark_of(text_of(page)), said) if slots else None
    storage.note(IUUID(page), noted)


def forget(page):
    storage.note(IUUID(page), None)


def forget_partner(partner):
    """Forget what an administration that is gone has said, in all pages that have slots."""
    for brain in catalog().unrestrictedSearchResults(UID=list(storage.board())):
        page = brain._unrestrictedGetObject()
        storage.drop(page, partner)
        note(page)
        page.reindexObject(idxs=[INDEX, "SearchableText"])


def todo_in(brain, partner):
    """Return the Todo of an administration about a page, without waking it."""
    noted = storage.board().get(brain.UID)
    if noted is None or brain.review_state not in RELEASED:
        return Todo()
    said, mark = noted.said.get(partner, ((), noted.mark))
    lacking = [slot for slot in noted.slots if slot not in said and not usual(partner, slot)]
    return Todo(len(lacking), bool(said) and mark != noted.mark)


def todos(partner):
    """Return [(brain, Todo)] of the pages that wait for an administration, by title: one query."""
    uids = list(storage.board())
    if not uids:
        return []
    found = catalog()(UID=uids, review_state=RELEASED, sort_on="sortable_title")
    return [(brain, todo) for brain in found if (todo := todo_in(brain, partner))]


def searched(page):
    """Return [(slot, title of an administration, lines)] of what was said in a page."""
    partners = sorted((get_partner(one) for one in partner_ids()), key=lambda one: one.title)
    entries = [(one.title, last_of(page, one.id)) for one in partners]
    return [
        (slot, title, rules.lines_of(entry[slot]))
        for slot in slots_of(page)
        for title, entry in entries
        if entry is not None
    ]
