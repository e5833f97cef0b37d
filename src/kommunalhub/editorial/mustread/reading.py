"""What is asked of whom, read from a page or, in lists, from the catalog alone."""

from dataclasses import dataclass
from datetime import date
from html import escape
from kommunalhub.approvals.case.actor import me_on
from kommunalhub.approvals.pages import INTERNAL
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.editorial.checks.operations import html_of
from kommunalhub.editorial.mustread import rules
from kommunalhub.editorial.mustread import storage
from kommunalhub.editorial.reach.reading import is_released
from kommunalhub.editorial.reach.reading import reach_in
from kommunalhub.lib import sectiondiff
from kommunalhub.partners.audience.reading import away_now
from kommunalhub.partners.localroles import partner_of


INDEX = "must_read"
#: Roles on a page of an administration that issue it, and on one of the hub's own.
OFFICE, OFFICE_OF_HUB = frozenset({"Editor", "Reviewer"}), frozenset({"HubManager"})
ANY_DAY = {"query": "", "range": "min"}


@dataclass(frozen=True)
class Mine:
    """How it stands with one person. confirmed: ISO moment; before: what they confirmed last."""

    is_asked: bool
    confirmed: str | None
    revision: rules.Revision
    before: rules.Revision | None

    @property
    def is_open(self):
        return self.is_asked and self.confirmed is None

    @property
    def changes(self):
        """What changed since this person confirmed, if they are asked anew; else nothing."""
        if not self.is_open or self.before is None:
            return []
        return sectiondiff.changes(whole(self.before), whole(self.revision))


def whole(revision):
    """Return a revision as HTML, its description before the text."""
    lead = f"<p>{escape(revision.description)}</p>" if revision.description else ""
    return lead + revision.html


def is_asking(page):
    """Return whether those whom a page is for are asked to confirm it now."""
    return bool(kept(page, "must_read")) and is_released(page)


def due_of(page):
    """Return the last day, or None."""
    found = kept(page, "must_read_due")
    return found if isinstance(found, date) else None


def mark_of(page):
    return rules.mark_of(page.Title(), page.Description(), html_of(page))


def asked_by(page):
    """Return the ids of those who are asked: whom it is for in the hub, even if it is public."""
    return reach_in(page, INTERNAL).people


def revision_of(page):
    """Return the Revision that is asked for, None where the page asks for nothing."""
    readings = storage.readings_of(page) if is_asking(page) else None
    return None if readings is None else readings.last


def confirmed_of(page):
    """Return {user id: {"when", "number", "mark"}} of the round that runs."""
    revision = revision_of(page)
    return {} if revision is None else storage.readings_of(page).confirmed(revision.round)


def mine(page, userid):
    """Return how it stands with a person as Mine, None where nothing is asked."""
    revision = revision_of(page)
    if revision is None or userid is None:
        return None
    entry = confirmed_of(page).get(userid)
    return Mine(
        is_asked=userid in asked_by(page),
        confirmed=entry["when"] if entry else None,
        revision=revision,
        before=storage.readings_of(page).last_of(userid),
    )


def entry_of(page, userid):
    """Return {"when", "number", "mark"} of what a person confirmed last, or None."""
    readings = storage.readings_of(page)
    return None if readings is None else readings.entry_of(userid)


def count_of(page):
    """Return the Count of a page that asks."""
    return rules.count(asked_by(page), confirmed_of(page), away_now())


def missing_of(page):
    """Return the ids of those who still have to confirm."""
    return rules.still_asked(asked_by(page), confirmed_of(page))


def is_office(page):
    """Return whether who asks issues the page: edits or reviews it for its administration."""
    return not me_on(page).roles.isdisjoint(OFFICE if partner_of(page) else OFFICE_OF_HUB)


def is_overdue(page):
    return rules.is_overdue(due_of(page), formatting.now(), formatting.BERLIN)


def asking_pages():
    """Return all pages that ask, woken: for jobs."""
    brains = catalog().unrestrictedSearchResults(**{INDEX: ANY_DAY})
    return [brain._unrestrictedGetObject() for brain in brains]


def open_brains(userid):
    """Return the brains of what a person may open and has still to confirm, the next day first.

    One query; no page is woken. Who works here and may open a page that asks is asked.
    """
    if "Staff" not in asking.roles():
        return []
    own = storage.own_of(site(), userid)
    brains = catalog()(**{INDEX: ANY_DAY}, sort_on=INDEX)
    return [brain for brain in brains if key_in(brain) not in own]


def confirmed_by(userid):
    """Return [(title, address, ISO moment)] of all that is kept of a person, the last first.

    The title is that of the text they confirmed. Of a page that they may no longer open they learn
    no more: its address is None.
    """
    keys = storage.own_of(site(), userid)
    uids = sorted({key.partition(" ")[0] for key in keys})
    found = []
    for brain in catalog().unrestrictedSearchResults(UID=uids) if uids else ():
        page = brain._unrestrictedGetObject()
        entry, confirmed = entry_of(page, userid), storage.readings_of(page)
        if entry is not None:
            url = page.absolute_url() if asking.may("View", page) else None
            found.append((confirmed.revision(entry["number"]).title, url, entry["when"]))
    return sorted(found, key=lambda one: one[2], reverse=True)


def key_in(brain):
    return storage.key_of(brain.UID, (brain.case_extra or {}).get(INDEX, {}).get("round", 1))
