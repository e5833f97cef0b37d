"""The verbs: tell people of an entry, read, mute, choose; all in the caller's transaction."""

from datetime import datetime
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.processes import process_of
from kommunalhub.core import formatting
from kommunalhub.core.jobs import soon
from kommunalhub.core.kept import kept
from kommunalhub.notices import audience
from kommunalhub.notices import rules
from kommunalhub.notices.address import learn
from kommunalhub.notices.box import Box
from kommunalhub.notices.box import box_of
from kommunalhub.notices.box import ensure_box
from kommunalhub.notices.box import ensure_store
from kommunalhub.notices.box import store_of
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.letters.cases import case_letter
from plone import api
from plone.uuid.interfaces import IUUID

import transaction


TOLD = "kommunalhub.notices.told"


def tell_of(case, entry):
    """Write what an entry in the journal of a case means for people: notices and mails."""
    if rules.is_silent(entry["kind"], entry["action"]):
        return
    portal = api.portal.get()
    circle = audience.circle_of(case, entry)
    heard = rules.audience(entry["kind"], entry["action"], circle, entry["actor"])
    process = process_of(case.portal_type)
    if process is not None and process.told_elsewhere and entry["kind"] == entries.TRANSITION:
        heard.pop(circle.applicant, None)
    if not heard:
        return
    people = audience.people_who_see(case, heard, entry["kind"])
    settings = settings_of(portal)
    learn(portal)
    for userid, person in people.items():
        tell_person(portal, case, entry, person, heard[userid], settings is not None)


def tell_person(portal, case, entry, person, reason, may_mail):
    """Tell one person of an entry of a case, in the ways they chose."""
    box = ensure_box(portal, person.userid)
    uid = IUUID(case)
    muted = uid in box.muted
    notice = {
        "case": uid,
        "number": kept(case, "case_number") or "",
        "type": case.portal_type,
        "seq": entry["seq"],
        "kind": entry["kind"],
        "action": entry["action"],
        "to": entry["to"],
        "actor": entry["actor"],
        "behalf": entry["on_behalf_of"],
        "reason": reason,
        "muted": muted,
    }
    for channel in rules.CHANNELS:
        notice[channel] = rules.way(channel, box.mode(channel), reason, muted)
    if _told_already(box, person.userid, notice):
        return
    now = formatting.now()
    _remember(person.userid, uid, box.add(now, notice), reason)
    if rules.LATER in (notice["mail"], notice["bell"]):
        ensure_store(portal).held.setdefault(person.userid, now.isoformat())
    if notice["mail"] == rules.NOW and may_mail and person.email:
        key = f"{uid}:{entry['seq']}:{person.userid}"
        post(portal, case_letter(portal, case, person, notice, key))


def post(portal, letter):
    """Put a letter into the outbox; it leaves after this transaction, and only if that succeeds."""
    if ensure_store(portal).outbox.add(letter, formatting.now()) is not None:
        soon.after_commit(portal, "mail")


def _told_already(box, userid, notice):
    """Return whether this transaction has told the person of this case, as strongly as now."""
    key, reason = _told().get((userid, notice["case"]), (None, None))
    if key is None or key not in box.notices:  # rolled back to a savepoint since
        return False
    return rules.stronger(reason, notice["reason"]) == reason


def _remember(userid, uid, key, reason):
    _told()[userid, uid] = (key, reason)


def _told():
    """Return {(user id, case uid): (key, reason)} of this transaction."""
    current = transaction.get()
    try:
        return current.data(TOLD)
    except KeyError:
        current.set_data(TOLD, {})
        return current.data(TOLD)


def follow_place(revision, original):
    """Let what this transaction told of a revision be about what it takes the place of.

    Who was told is not told again of the same step, and finds what is there. The next entry in the
    journal of the original is about it.
    """
    now = {"case": IUUID(original), "number": kept(original, "case_number") or ""}
    now["seq"] = len(IJournal(original)) + 1
    for (userid, uid), (key, reason) in list(_told().items()):
        box = box_of(api.portal.get(), userid)
        if uid == IUUID(revision) and key in box.notices:
            box.move(key, **now)
            _told()[userid, now["case"]] = (key, reason)


def begin_anew():
    """Let what follows in this transaction be told by itself, as if another had begun."""
    transaction.get().set_data(TOLD, {})


# What a person does with their own.


def mark_read(portal, userid, keys=None):
    """Mark notices as read, all that the bell counts when no keys are given; return how many."""
    box = box_of(portal, userid)
    if box is None:
        return 0
    if keys is None:
        keys = [key for key, notice in box.newest() if not notice["read"]]
    return sum(box.mark_read(key) for key in keys)


def unread_count(portal, userid):
    """Return the number that the bell shows: one number is kept, nothing is searched."""
    box = box_of(portal, userid)
    return 0 if box is None else max(box.unread(), 0)


def set_modes(portal, userid, modes):
    """Set what a person answers to rules.QUESTIONS: {name: mode}; ValueError for unknown ones."""
    if any(mode not in rules.QUESTIONS.get(name, ()) for name, mode in modes.items()):
        raise ValueError(modes)
    ensure_box(portal, userid).set_modes(modes)


def mute(portal, userid, uid, muted=True):
    """Mute one case for a person, or let it be heard again."""
    ensure_box(portal, userid).set_muted(uid, muted)


def is_muted(portal, userid, uid):
    box = box_of(portal, userid)
    return box is not None and uid in box.muted


def preferences(portal, userid):
    """Return {channel: mode} for all of rules.QUESTIONS."""
    box = box_of(portal, userid) or Box()
    return {name: box.mode(name) for name in rules.QUESTIONS}


def preview(portal, userid):
    """Return {channel: {mode: how often it would have spoken in the last 30 days}}."""
    box, now = box_of(portal, userid), formatting.now()
    recent, finds = [], []
    for notice in box.notices.values() if box is not None else ():
        when = datetime.fromisoformat(notice["when"])
        if (now - when).days >= rules.PREVIEW_DAYS:
            continue
        if notice["reason"] == rules.FOUND:
            finds.append(formatting.to_local(when))
        else:
            # Muted as it is now: that is what the choice is about.
            recent.append(
                (formatting.to_local(when), notice["reason"], notice["case"] in box.muted)
            )
    counts = {channel: rules.preview(recent, channel) for channel in rules.CHANNELS}
    return {**counts, rules.FINDS: rules.preview_finds(finds)}


def forget_person(portal, userid):
    """Take everything of a person out, waiting mails too."""
    store = store_of(portal)
    if store is None:
        return
    store.people.pop(userid, None)
    store.held.pop(userid, None)
    now = formatting.now()
    for mail_id in [key for key, m in store.outbox.mails.items() if m.letter.userid == userid]:
        store.outbox.discard(mail_id, now)


def forget_entry(portal, uid, seq):
    """Take what names people out of the notices of a redacted entry, and mails that still wait."""
    store = store_of(portal)
    if store is None:
        return
    for box in store.people.values():
        for key, notice in list(box.notices.items()):
            if (notice["case"], notice["seq"]) == (uid, seq):
                box.change(key, actor="", behalf=None)
    now = formatting.now()
    for mail_id, mail in list(store.outbox.mails.items()):
        if (mail.letter.case, mail.letter.seq) == (uid, seq):
            store.outbox.discard(mail_id, now)
