"""The verbs: let a page ask, confirm, end, forget. Nothing else writes what is kept of it."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.jobs import soon
from kommunalhub.core.kept import kept
from kommunalhub.core.persons import is_there
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.editorial.checks.operations import html_of
from kommunalhub.editorial.mustread import reading
from kommunalhub.editorial.mustread import rules
from kommunalhub.editorial.mustread import storage
from kommunalhub.editorial.mustread.interfaces import NotAsked
from kommunalhub.editorial.mustread.interfaces import TextChanged
from kommunalhub.notices import reads
from plone.uuid.interfaces import IUUID


JOB = "must-read"
NOT_ASKED = _("must_read_not_asked", default="You are not asked to confirm this page.")
CHANGED = _(
    "must_read_text_changed",
    default="The page has changed since you read it. Please read it once more and confirm then.",
)


def settle(page):
    """Follow a step or a change of a page: note a new revision, begin a round, or end asking."""
    if not kept(page, "must_read") and storage.readings_of(page) is None:
        return
    if reading.is_asking(page):
        note_revision(page)
    elif not kept(page, "must_read"):
        end(page)
    page.reindexObject(idxs=[reading.INDEX])


def note_revision(page):
    """Keep the text of a page that asks, if it is new; an essential change begins a round."""
    mark, readings = reading.mark_of(page), storage.ensure_readings(page)
    last = readings.last
    if readings.ended is not None:
        readings.ended = None
        storage.ended_of(site()).pop(IUUID(page), None)
    round = rules.next_round(last, mark, bool(kept(page, "must_read_essential")))
    if kept(page, "must_read_essential"):
        page.must_read_essential = False
    if round is None:
        return
    readings.add(
        rules.Revision(
            number=1 if last is None else last.number + 1,
            round=round,
            mark=mark,
            when=formatting.now().isoformat(),
            by=kept(page, "last_editor") or page.Creator(),
            title=page.Title(),
            description=page.Description(),
            html=html_of(page),
        )
    )
    if last is None or round > last.round:
        soon.after_commit(site(), JOB)


def end(page):
    """Note that a page asks no longer, so that what was confirmed is forgotten in time."""
    readings = storage.readings_of(page)
    if readings is not None and readings.ended is None:
        readings.ended = formatting.to_local(formatting.now()).date().isoformat()
        storage.ended_of(site())[IUUID(page)] = readings.ended


def confirm(page, mark):
    """Note that who is signed in has read the revision with this mark; twice is harmless.

    Nobody does so for somebody else. Raises NotAsked, TextChanged.
    """
    userid = asking.userid()
    mine = reading.mine(page, userid)
    if mine is None or not mine.is_asked:
        raise NotAsked(NOT_ASKED)
    if mark != mine.revision.mark:
        raise TextChanged(CHANGED)
    if mine.confirmed is not None:
        return
    storage.readings_of(page).confirm(userid, mine.revision, formatting.now())
    uid = IUUID(page)
    storage.ensure_own(site(), userid).insert(storage.key_of(uid, mine.revision.round))
    reads.settled(site(), userid, uid)


def tell(page, userid, now):
    """Tell a person that they are asked, or remind them; nothing where that was done."""
    revision = reading.revision_of(page)
    if revision is None or userid not in reading.missing_of(page):
        return
    readings, due = storage.readings_of(page), reading.due_of(page)
    is_late = due is not None and now >= rules.remind_at(due, formatting.BERLIN)
    if readings.note("told", revision.round, userid):
        what = reads.ASKED if readings.last_of(userid) is None else reads.CHANGED
        if is_late:
            readings.note("reminded", revision.round, userid)  # this is the reminder
    elif is_late and readings.note("reminded", revision.round, userid):
        what = reads.REMINDED
    else:
        return
    reads.tell(site(), page, userid, what, revision.round)


def untold(page, now):
    """Return the ids of those who have to be told or reminded, sorted."""
    revision = reading.revision_of(page)
    if revision is None:
        return []
    readings, due = storage.readings_of(page), reading.due_of(page)
    missing = reading.missing_of(page)
    wanted = set(missing) - set(readings.noted("told", revision.round))
    if due is not None and now >= rules.remind_at(due, formatting.BERLIN):
        wanted |= set(missing) - set(readings.noted("reminded", revision.round))
    return sorted(wanted)


def forget(page):
    """Forget who confirmed a page, for the time of its proof is over."""
    storage.forget_readings(page)
    storage.forget_page(site(), IUUID(page))


def removed(page):
    """Forget of everybody what they confirmed of a page that goes: what it kept goes with it."""
    storage.forget_page(site(), IUUID(page))


def restored(page):
    """Let lists know again what is kept of a page that comes back; who has gone leaves no trace."""
    readings, uid = storage.readings_of(page), IUUID(page)
    for round, people in readings.rounds.items() if readings is not None else ():
        for userid in list(people):
            if is_there(userid):
                storage.ensure_own(site(), userid).insert(storage.key_of(uid, round))
            else:
                readings.forget_person(userid)


def forget_person(userid):
    """Take what a person confirmed out of all pages, and out of what lists know."""
    uids = storage.forget_own(site(), userid)
    brains = catalog().unrestrictedSearchResults(UID=uids) if uids else ()
    pages = [brain._unrestrictedGetObject() for brain in brains]
    for page in (*pages, *reading.asking_pages()):  # those that only told the person, too
        readings = storage.readings_of(page)
        if readings is not None:
            readings.forget_person(userid)
