"""The daily summary: once per person and working day, what they chose to hear of later."""

from datetime import datetime
from kommunalhub.core import formatting
from kommunalhub.core.tools import thing_of
from kommunalhub.notices import audience
from kommunalhub.notices import finds
from kommunalhub.notices import rules
from kommunalhub.notices.box import store_of
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.letters.cases import digest_letter
from kommunalhub.notices.operations import post
from kommunalhub.notices.texts import READS
from plone import api


def due_people(portal, now):
    """Return the ids of those whose summary is to be made now."""
    store = store_of(portal)
    return [userid for userid in store.held if _is_due(store, userid, now)] if store else []


def _is_due(store, userid, now):
    box = store.people.get(userid)
    oldest = formatting.to_local(datetime.fromisoformat(store.held[userid]))
    last = None if box is None else box.digest_of
    return rules.is_digest_due(oldest, last, formatting.to_local(now))


def make(portal, userid, now):
    """Make the summary of a person: show what the bell held back, and write a mail.

    Cases stand in one mail, what was found in others: one for each source of finds.
    """
    store = store_of(portal)
    if store is None or userid not in store.held or not _is_due(store, userid, now):
        return
    del store.held[userid]
    box = store.people.get(userid)
    if box is None:
        return
    today = formatting.to_local(now).date()
    box.digest_of = today
    told = []
    for key, notice in box.held():
        if notice["mail"] == rules.LATER:
            told.append(notice)
        ways = {
            channel: rules.NOW if notice[channel] == rules.LATER else notice[channel]
            for channel in rules.CHANNELS
        }
        box.change(key, **ways)
    member = api.user.get(userid=userid)
    if member is None or not told or settings_of(portal) is None:
        return
    person = audience.person_of(member)
    found = [notice for notice in told if notice["kind"] == finds.KIND]
    for source in dict.fromkeys(map(finds.source_name, found)):
        of_source = [notice for notice in found if finds.source_name(notice) == source]
        finds.send(portal, person, of_source, f"digest:{finds.KIND}:{source}:{userid}:{today}")
    groups = _still_seen(userid, rules.grouped([n for n in told if n["kind"] != finds.KIND]))
    if person.email and groups:
        post(portal, digest_letter(portal, person, groups, f"digest:{userid}:{today}"))


def _still_seen(userid, groups):
    """Return [(case, notices)] of the cases that are still there and that the person may see."""
    found = []
    for uid, notices in groups:
        case = thing_of(uid)
        if case is not None and audience.people_who_see(case, [userid], kind_of(notices)):
            found.append((case, notices))
    return found


def kind_of(notices):
    """Return the kind that says who reads of a case: to be asked to read a page is no secret."""
    return READS if all(notice["kind"] == READS for notice in notices) else None
