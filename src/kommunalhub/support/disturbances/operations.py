"""The verbs of disturbances: follow, link tickets, tell more, end, solve all that hang on it."""

from datetime import timezone
from kommunalhub import _
from kommunalhub.approvals.operations import decide_many
from kommunalhub.core import formatting
from kommunalhub.core.sections import ensure_folder_in
from kommunalhub.core.tools import catalog
from kommunalhub.support import workflow as tickets
from kommunalhub.support.devices.operations import meant_by
from kommunalhub.support.disturbances import board
from kommunalhub.support.disturbances import letters
from kommunalhub.support.disturbances import rules
from kommunalhub.support.disturbances import workflow
from kommunalhub.support.disturbances.content import Update
from kommunalhub.support.disturbances.interfaces import IDisturbanceFolder


FOLDER = "stoerungen"
LONGEST_TEXT = 2000
#: So many are ever looked through for a list.
MOST = 200
MISSING = _("error_disturbance_text", default="Please write what you want to tell.")
TOO_LONG = _("error_disturbance_long", default="Please shorten the text to 2000 characters.")
OVER = _("error_disturbance_over", default="The disturbance is over already.")


class Refused(ValueError):
    """It cannot be done like this; args[0] is a translatable sentence."""


def ensure_folder(section):
    """Return the folder of disturbances in the section of support, made if it is missing."""
    return ensure_folder_in(
        section,
        FOLDER,
        _("section_disturbances", default="Disturbances"),
        _("section_disturbances_about", default="What does not work for many, and since when."),
        IDisturbanceFolder,
        layout="disturbances",
        addable=workflow.TYPE,
        adders=dict.fromkeys(("Add portal content", workflow.ADD_DISTURBANCE), workflow.PUBLISHERS),
    )


def latest():
    """Return the disturbances that who asks may see, the newest first; they are few."""
    query = {"sort_on": "created", "sort_order": "descending", "sort_limit": MOST}
    return [brain.getObject() for brain in catalog()(portal_type=workflow.TYPE, **query)[:MOST]]


def standing(disturbance):
    return rules.standing(disturbance.starts, disturbance.ends, formatting.now())


def settle(disturbance):
    """Put a new or changed disturbance on the pages of those whom it concerns."""
    disturbance.device_uid = meant_by(disturbance.device)
    disturbance.starts = kept_as(disturbance.starts or formatting.now())
    disturbance.ends = kept_as(disturbance.ends) if disturbance.ends else None
    if standing(disturbance) == rules.RUNS:
        disturbance.told_begin = True  # who follows it later knows that it runs
        disturbance.told_end = False
    board.put_up(disturbance)


def kept_as(moment):
    """Return a moment as forms show it again: by the clock in Berlin, with its offset alone."""
    local = formatting.to_local(rules.aware(moment))
    return local.replace(tzinfo=timezone(local.utcoffset()))


def follow(disturbance, userid):
    """Tell somebody from now on how it goes; the same again changes nothing."""
    if not disturbance.follows(userid):
        disturbance.followers.insert(userid)


def leave(disturbance, userid):
    if disturbance.follows(userid):
        disturbance.followers.remove(userid)


def link(disturbance, uids):
    """Note which tickets have it as their cause; return how many are new, unknown ones left out."""
    known = {brain.UID for brain in catalog()(portal_type=tickets.TYPE, UID=list(uids))}
    new = known.difference(disturbance.linked())
    for uid in sorted(new):
        disturbance.tickets.insert(uid)
    return len(new)


def unlink(disturbance, uid):
    if uid in disturbance.linked():
        disturbance.tickets.remove(uid)


def linked(disturbance):
    """Return the brains of its tickets that who asks may see, by their due times."""
    uids = list(disturbance.linked())
    return catalog()(portal_type=tickets.TYPE, UID=uids, sort_on="due") if uids else []


def sound(text):
    """Return what was written without blanks around it; raises Refused."""
    text = (text or "").strip()
    if not text:
        raise Refused(MISSING)
    if len(text) > LONGEST_TEXT:
        raise Refused(TOO_LONG)
    return text


def tell_more(disturbance, text):
    """Tell those whom it concerns how it goes; who follows it gets it by mail."""
    text = sound(text)
    if standing(disturbance) == rules.OVER:
        raise Refused(OVER)
    if disturbance.updates and disturbance.updates[-1].text == text:
        return  # sent twice
    note(disturbance, text)
    letters.tell(disturbance, letters.UPDATE, heirs(disturbance), text)


def end(disturbance, text, solve=False):
    """End it now, tell its followers, and solve its tickets with the same words.

    solve: whether to solve them. Returns what decide_many does, [] without. What is over already is
    not ended twice, but tickets that were left are solved.
    """
    text = sound(text)
    left = [brain.UID for brain in linked(disturbance) if brain.review_state in tickets.OPEN]
    if standing(disturbance) != rules.OVER:
        disturbance.ends = kept_as(max(formatting.now(), disturbance.starts))
        note(disturbance, text)
    if not disturbance.told_end:
        disturbance.told_end = True
        solved = left if solve else ()
        letters.tell(disturbance, letters.END, heirs(disturbance, without=solved), text)
    if not solve or not left:
        return []
    return decide_many(left, tickets.RESOLVE, text, portal_types=(tickets.TYPE,))


def heirs(disturbance, without=()):
    """Return the ids of who is told: followers, and who has reported a ticket of it, or for whom.

    without: tickets whose people hear of it by their ticket.
    """
    found, silent = set(disturbance.following()), set()
    uids = list(disturbance.linked())
    for brain in (
        catalog().unrestrictedSearchResults(portal_type=tickets.TYPE, UID=uids) if uids else ()
    ):
        sides = (brain.Creator, *(brain.case_extra or {}).get("beside", ()))
        (silent if brain.UID in without else found).update(sides)
    return found - silent


def tell_by_itself(disturbance):
    """Tell followers what time alone has done: that it has begun, or is over. Never twice."""
    now = standing(disturbance)
    if now == rules.RUNS and not disturbance.told_begin:
        disturbance.told_begin = True
        letters.tell(disturbance, letters.BEGIN, heirs(disturbance), disturbance.description or "")
    if now == rules.OVER and not disturbance.told_end:
        disturbance.told_begin = disturbance.told_end = True
        letters.tell(disturbance, letters.END, heirs(disturbance), "")


def note(disturbance, text):
    """Keep what is said of a disturbance, and put it on the pages; nobody is written to."""
    now = formatting.now().isoformat(timespec="seconds")
    disturbance.updates = (*disturbance.updates, Update(now, text))
    board.put_up(disturbance)
