"""The verbs: say what is wrong with a page, be done with it, forget it."""

from datetime import UTC
from kommunalhub import _
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.clock.deadlines import due_after
from kommunalhub.approvals.clock.settings import closed_for
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import NotPossible
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.reviewing import operations as reviewing
from kommunalhub.approvals.reviewing import reading
from kommunalhub.approvals.reviewing.rules import REPORTS
from kommunalhub.core import formatting
from kommunalhub.core.tools import thing_of
from kommunalhub.editorial.checks.operations import html_of
from kommunalhub.editorial.upkeep import letters
from kommunalhub.editorial.upkeep import rules
from kommunalhub.editorial.upkeep import storage
from kommunalhub.lib.headings import headings_of
from kommunalhub.partners.localroles import partner_of
from plone.uuid.interfaces import IUUID


FULL = _("error_report_full", default="Much was said about this page already; it is looked at.")
GONE = _("error_report_gone", default="This report is dealt with already.")
NOT_YOURS = _("error_review_not_yours", default="Somebody else is responsible for this page.")


class Full(Exception):
    """So much is open for a page that nothing more is taken."""


def places_of(page):
    """Return [(anchor, heading)] of the places that a reader can point at."""
    return [(anchor, text) for _level, text, anchor in headings_of(html_of(page))]


def report(page, values):
    """Keep what a reader says of a page, for who is responsible; the same twice is one.

    Raises Full. values: see rules.tidied; a place that the page does not have (any more) is none.
    """
    now, place = formatting.now().astimezone(UTC), None
    for anchor, heading in places_of(page):
        if anchor == values["place"]:
            place = (anchor, heading)
    waiting = storage.open_of(page)
    for known in waiting:
        if (known.text, known.place, known.email) == (values["text"], place, values["email"]):
            return known
    if len(waiting) >= rules.MOST_OPEN:
        raise Full
    made = storage.Report(values["text"], place, values["email"], now)
    storage.add(page, made)
    storage.erase_on(made.id, IUUID(page), rules.erased_on(rules.OPEN, reviewing.today()))
    due = due_after(now, rules.DAYS, closed_for(partner_of(page)))
    reviewing.call(page, REPORTS, due)
    return made


def finish(page, number, word):
    """Be done with a report; who gave an address reads the word.

    Raises NotAllowed, and NotPossible where it is done already.
    """
    if not reading.may_answer(page):
        raise NotAllowed(NOT_YOURS)
    found = next((one for one in storage.open_of(page) if one.id == number), None)
    if found is None:
        raise NotPossible(GONE)
    found.state, found.word, found.done = rules.DONE, word, formatting.now().astimezone(UTC)
    found.done_by = current_actor().userid
    storage.erase_on(number, IUUID(page), rules.erased_on(rules.DONE, reviewing.today()))
    IJournal(page).append(entries.REVIEW, found.done_by, action=entries.REPORT_DONE)
    if found.email:
        letters.answer(page, found)
        found.email = ""
    if not storage.open_of(page):
        reviewing.settle(page, REPORTS)


def to_erase(day):
    """Return the ids of the reports that nothing may be left of on a day."""
    return [number for number, (_uid, on) in storage.erasing().items() if on <= day.isoformat()]


def erase(number):
    """Forget a report wholly."""
    uid = storage.erasing().get(number, ("", ""))[0]
    page = thing_of(uid)
    if page is not None:
        storage.drop(page, number)
        if not storage.open_of(page):
            reviewing.settle(page, REPORTS)
    storage.erase_on(number, uid, None)
