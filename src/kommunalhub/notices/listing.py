"""Notices as rows for pages and services; what a person may no longer see keeps its number only."""

from collections import Counter
from datetime import datetime
from kommunalhub.approvals.case.lastword import KEY
from kommunalhub.approvals.lists.queries import inbox_query
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.notices import bookings
from kommunalhub.notices import finds
from kommunalhub.notices import reviews
from kommunalhub.notices import rules
from kommunalhub.notices import substitution
from kommunalhub.notices import texts
from kommunalhub.notices.box import box_of
from kommunalhub.notices.letters.bookings import PAGE as BOOKINGS
from kommunalhub.notices.letters.substitutions import PAGE as SUBSTITUTIONS
from plone import api


#: The page of what waits for a person.
INBOX = "inbox"
# Kinds of notices about no case: what they are about, and the page to see it.
ABOUT_NO_CASE = {
    substitution.KIND: (substitution, SUBSTITUTIONS),
    bookings.KIND: (bookings, BOOKINGS),
    reviews.KIND: (reviews, INBOX),
}
# What the list can be narrowed to.
UNREAD, MINE, OWN = FILTERS = ("unread", "mine", "own")


def shown_of(portal, userid):
    """Yield (key, notice) of what the bell of a person shows, newest first."""
    box = box_of(portal, userid)
    return box.newest() if box is not None else iter(())


def latest_of(portal, userid, only=""):
    """Return [(key, notice)], newest first: the latest of each case that a person was told of.

    only: one of FILTERS: not read yet, waiting for who is logged in, about their own cases.
    """
    box = box_of(portal, userid)
    found = list(box.rows()) if box is not None else []
    if only == UNREAD:
        return [(key, notice) for key, notice in found if not notice["read"]]
    if only == OWN:
        return [(key, notice) for key, notice in found if notice["reason"] == rules.APPLICANT]
    if only == MINE:
        mine = still_waiting([notice["case"] for _key, notice in found if notice["case"]])
        return [(key, notice) for key, notice in found if notice["case"] in mine]
    return found


def told_counts(portal, userid):
    """Return {case uid: how many notices of it a person has}."""
    return Counter(notice["case"] for _key, notice in shown_of(portal, userid))


def rows_of(portal, found):
    """Return rows for [(key, notice)]; the cases are looked up as who is logged in, all at once.

    Each: key, number, title and url (empty when the case is gone or not theirs any more), text,
    why, reason, kind, when, iso, read, case (uid), word (what was said with the step, or None).
    """
    catalog = api.portal.get_tool("portal_catalog")
    uids = list({notice["case"] for _key, notice in found} - {""})
    hits = {uid for _key, notice in found for uid in notice.get("uids", ())}
    asked = [*uids, *hits]
    brains = {brain.UID: brain for brain in catalog(UID=asked)} if asked else {}
    mine = still_waiting(uids)
    is_staff = "Staff" in asking.roles()
    return [
        finds.row(key, notice, hits & set(brains))
        if notice["kind"] == finds.KIND
        else row_of(key, notice, brains.get(notice["case"]), notice["case"] in mine, is_staff)
        for key, notice in found
    ]


def still_waiting(uids):
    """Return those of some cases that wait for who is logged in."""
    query = inbox_query()
    left_out = query.pop("UID", {}).get("not", ())
    uids = [uid for uid in uids if uid not in left_out]
    if not uids:
        return set()
    return {brain.UID for brain in api.portal.get_tool("portal_catalog")(UID=uids, **query)}


def row_of(key, notice, brain, is_mine, is_staff):
    """is_mine: whether the case still waits for who looks."""
    if notice["kind"] in ABOUT_NO_CASE:
        return row_about_no_case(key, notice)
    when = datetime.fromisoformat(notice["when"])
    return {
        "key": key,
        "case": notice["case"],
        "number": notice["number"],
        "title": brain.Title if brain is not None else "",
        "url": brain.getURL() if brain is not None else "",
        # Whoever lost sight of the case is not told more than that there was something.
        "text": texts.sentence(notice, is_staff) if brain is not None else texts.NEWS,
        "word": word_in(notice, brain),
        "why": texts.why(notice, is_mine),
        "reason": notice["reason"],
        "is_late": is_mine and notice["reason"] == rules.OVERDUE,
        "is_mine": is_mine and notice["reason"] == rules.AWAITS,
        "kind": notice["kind"],
        "when": formatting.moment(when),
        "iso": notice["when"],
        "read": notice["read"],
    }


def word_in(notice, brain):
    """Return what was said with the step that a notice tells of, while it is the last one."""
    word = brain.case_extra.get(KEY) if brain is not None and brain.case_extra else None
    return word["text"] if word and word["seq"] == notice["seq"] else None


def row_about_no_case(key, notice):
    """Return the row of a notice about a substitution, a booking or pages to look after."""
    about, page = ABOUT_NO_CASE[notice["kind"]]
    return {
        "key": key,
        "case": "",
        "number": "",
        "title": about.TITLE,
        "url": f"{api.portal.get().absolute_url()}/@@{page}",
        "text": about.sentence(notice),
        "word": None,
        "why": about.WHY,
        "reason": notice["reason"],
        "is_late": False,
        "is_mine": False,
        "kind": notice["kind"],
        "when": formatting.moment(datetime.fromisoformat(notice["when"])),
        "iso": notice["when"],
        "read": notice["read"],
    }
