"""Where reports are kept: with their page; the site knows when each is erased."""

from BTrees.OOBTree import OOBTree
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.editorial.upkeep import rules
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import getSite

import secrets


#: Of a page: {id: Report}. Of the site: {id: (UID of the page, ISO day on which it is erased)}.
KEY, ERASED = "kommunalhub.editorial.reports", "kommunalhub.editorial.reports_erased"


class Report(Persistent):
    """What a reader said. place: (anchor, heading) or None; word: what was answered."""

    state = rules.OPEN
    word = done_by = ""
    done = None

    def __init__(self, text, place, email, now):
        self.id = secrets.token_hex(16)
        self.text, self.place, self.email, self.when = text, place, email, now


def reports_of(page):
    """Return [Report] of a page, the newest first; reads only."""
    kept = IAnnotations(page).get(KEY) or {}
    return sorted(kept.values(), key=lambda report: report.when, reverse=True)


def open_of(page):
    return [report for report in reports_of(page) if report.state == rules.OPEN]


def add(page, report):
    ensured_on(page, KEY, OOBTree)[report.id] = report


def drop(page, number):
    """Forget a report of a page."""
    kept = IAnnotations(page).get(KEY)
    if kept is not None:
        kept.pop(number, None)


def erasing():
    """Return {id: (UID, ISO day)} of the site; reads only."""
    return IAnnotations(getSite()).get(ERASED, {})


def erase_on(number, uid, day):
    """Note when a report is to be erased; None for one that is."""
    kept = ensured_on(getSite(), ERASED, OOBTree)
    if day is None:
        kept.pop(number, None)
    else:
        kept[number] = (uid, day.isoformat())
