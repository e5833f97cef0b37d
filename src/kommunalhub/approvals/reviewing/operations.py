"""The verbs: a page falls due, is kept as it is, calls for who is responsible, and is done with."""

from BTrees.OOBTree import OOBTree
from kommunalhub import _
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.clock import operations as clock
from kommunalhub.approvals.clock.deadlines import end_of
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.processes import process_of
from kommunalhub.approvals.reviewing import reading
from kommunalhub.approvals.reviewing import rules
from kommunalhub.approvals.reviewing.interfaces import IResponsible
from kommunalhub.approvals.reviewing.interfaces import IReviewable
from kommunalhub.approvals.reviewing.interfaces import ReviewsDue
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import formatting
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.kept import kept
from kommunalhub.core.tools import catalog
from plone.uuid.interfaces import IUUID
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import getSite
from zope.event import notify


#: Where the site keeps {UID: group} of what calls and nobody was told of yet.
UNTOLD = "kommunalhub.approvals.reviewing.untold"
KNOWN = ("responsible", "review_on", "upkeep", "awaiting")
INDEXES = (*KNOWN, "due", "remind_at")

NOT_YOURS = _("error_review_not_yours", default="Somebody else is responsible for this page.")
NOT_RELEASED = _("error_review_not_released", default="This page is not released.")


def today():
    return formatting.to_local(formatting.now()).date()


def is_released(page):
    """Return whether a page is there for others to read."""
    process = process_of(page.portal_type)
    return process is not None and state_of(page) in process.released


def follow_step(page, new_state):
    """Begin the time to the next review with a release, end it with a retraction.

    Returns the names of the indexes that change; the caller reindexes.
    """
    if not IReviewable.providedBy(page):
        return ()
    released, before = new_state in process_of(page.portal_type).released, reading.called_of(page)
    page.checked_on = today() if released else None
    page.review_on = rules.next_review(page.checked_on, reading.months_of(page))
    page.called = _without(page, rules.REVIEW)
    if kept(page, "due") in before.values():  # the clock may have asked before
        page.due = min(page.called.values(), default=None)
    return INDEXES


def refresh(page):
    """Bring to what was set what follows from it: who is responsible, and when a review is due."""
    if not (IReviewable.providedBy(page) and bring_day(page)):
        _changed(page)


def bring_day(page):
    """Bring the day of the next review to what holds now; return whether it moved.

    A review that was asked for and is not due any more is called off.
    """
    day = rules.next_review(kept(page, "checked_on"), reading.months_of(page))
    if day == kept(page, "review_on"):
        return False
    page.review_on = day
    if rules.REVIEW in reading.called_of(page) and day is not None and day > today():
        page.called = _without(page, rules.REVIEW)
    _changed(page)
    return True


def bring_days():
    """Bring all pages to how often they are reviewed in the hub now."""
    brains = catalog().unrestrictedSearchResults(object_provides=IReviewable.__identifier__)
    for brain in brains:
        bring_day(brain._unrestrictedGetObject())


def refresh_below(folder):
    """Do the same with all that stands in a folder."""
    path = "/".join(folder.getPhysicalPath())
    for brain in catalog().unrestrictedSearchResults(
        path=path, object_provides=IResponsible.__identifier__
    ):
        refresh(brain._unrestrictedGetObject())


def ask(page, day):
    """Call for a review when its day has come, once; return whether that was done now."""
    on = kept(page, "review_on")
    if on is None or on > day or rules.REVIEW in reading.called_of(page) or not is_released(page):
        return False
    call(page, rules.REVIEW, end_of(day + rules.TIME))
    return True


def call(page, why, due):
    """Let a page await who is responsible, until `due` (UTC), and have them told of it.

    Where it does already for the same reason, the first date holds.
    """
    called = reading.called_of(page)
    if why not in called:
        page.called = {**called, why: due}
        untold()[IUUID(page)] = reading.responsible_of(page)
        _changed(page)


def settle(page, why):
    """Be done with what called for somebody."""
    if why in reading.called_of(page):
        page.called = _without(page, why)
        _changed(page)


def keep(page):
    """Note that who is logged in has reviewed a page and that it is right as it is.

    Twice on a day is once. Raises NotAllowed.
    """
    if not reading.may_answer(page):
        raise NotAllowed(NOT_YOURS)
    if not is_released(page):
        raise NotAllowed(NOT_RELEASED)
    if kept(page, "checked_on") == today() and rules.REVIEW not in reading.called_of(page):
        return
    page.checked_on = today()
    page.review_on = rules.next_review(page.checked_on, reading.months_of(page))
    page.called = _without(page, rules.REVIEW)
    IJournal(page).append(entries.REVIEW, current_actor().userid, action=entries.REVIEWED)
    _changed(page)


def untold():
    """Return {UID: group} of what calls and nobody was told of yet, ready to be written to."""
    return ensured_on(getSite(), UNTOLD, OOBTree)


def untold_groups():
    """Return the groups that are to be told of pages; reads only."""
    return sorted(set(IAnnotations(getSite()).get(UNTOLD, {}).values()))


def tell(group):
    """Tell a group of the pages that call for it, those that were dealt with meanwhile left out."""
    waiting = untold()
    uids = [uid for uid, of in waiting.items() if of == group]
    for uid in uids:
        del waiting[uid]
    brains = catalog().unrestrictedSearchResults(UID=uids, sort_on="sortable_title")
    still = [b.UID for b in brains if reading.called_of(b._unrestrictedGetObject())]
    if still:
        notify(ReviewsDue(group, still))


def _without(page, why):
    return {other: due for other, due in reading.called_of(page).items() if other != why}


def _changed(page):
    page.reindexObject(idxs=list(KNOWN))
    clock.recompute(page, formatting.now())
