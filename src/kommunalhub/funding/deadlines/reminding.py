"""Who is told of the deadlines of a case, by the bell and by mail, each occasion once."""

from hashlib import sha256
from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core.persons import members_of
from kommunalhub.core.tools import site
from kommunalhub.funding.deadlines import letters
from kommunalhub.funding.deadlines import reminders
from kommunalhub.funding.deadlines.registering import promises
from kommunalhub.funding.deadlines.registering import register
from kommunalhub.funding.deadlines.storage import chains_of
from kommunalhub.notices import ringing
from kommunalhub.notices import rules
from kommunalhub.notices.audience import MANAGERS
from kommunalhub.notices.audience import people_who_see
from kommunalhub.notices.box import box_of
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.operations import post
from kommunalhub.notices.ringing import ring
from kommunalhub.partners.localroles import partner_of
from plone.uuid.interfaces import IUUID


TAKE = "take"
LATE = (reminders.AFTER, reminders.ESCALATED)
#: What the bell says where the letter is of one of its kinds.
RINGS = {
    letters.AHEAD: ringing.AHEAD,
    reminders.AFTER: ringing.PASSED,
    reminders.ESCALATED: ringing.ESCALATED,
}


def remind(case, today):
    """Write of all deadlines of a case that are due to be told, and note that this was done."""
    chains, told = chains_of(case), []
    for (number, key), entry in list(chains.entries.items()):
        token, settled = reminders.due(entry, today, *promises())
        if settled:
            noted = {**entry, "sent": (*entry["sent"], *settled)}
            register(case, chains, number, key, noted)
        if token is not None:
            told.append((number, entry, token))
    if told:
        _tell(case, told, chains.titles, today)


def _tell(case, told, titles, today):
    """Ring for all who see to the case, and write to those who want it."""
    portal = site()
    may_mail = settings_of(portal) is not None
    near = concerned(case)
    managers = members_of(MANAGERS)
    missed = [one for one in told if one[2] == reminders.ESCALATED]
    for userid, person in people_who_see(case, near | (managers if missed else set())).items():
        rows = told if userid in near else missed
        ring(portal, userid, case, RINGS[letters.kind_of([token for *_row, token in rows])])
        if may_mail and person.email and wants(portal, case, userid, rows):
            key = key_of(case, userid, rows)
            post(portal, letters.letter(portal, person, case, rows, titles, today, key))


def concerned(case):
    """Return the ids of those who see to a case: owner, editors of its administration, adviser."""
    partner = partner_of(case)
    editors = members_of(f"{partner}-editors") if partner else set()
    return ({case.Creator(), adviser_of(case)} | editors) - {None, ""}


def adviser_of(case):
    """Return who works on a case for the hub: whom it is assigned to, else who took it last."""
    found = assigned_to(case)
    if found:
        return found
    taken = [entry["actor"] for entry in IJournal(case) if entry["action"] == TAKE]
    return taken[-1] if taken else None


def wants(portal, case, userid, rows):
    """Return whether a person is written to: what is late always comes through."""
    box = box_of(portal, userid)
    if box is None:
        return True
    late = any(token in LATE for _number, _entry, token in rows)
    reason = rules.OVERDUE if late else rules.AWAITS
    muted = IUUID(case) in box.muted
    return rules.way(rules.CHANNELS[0], box.mode(rules.CHANNELS[0]), reason, muted) != rules.NEVER


def key_of(case, userid, rows):
    """Return what tells this letter from all others: its deadlines, their days and occasions."""
    said = ",".join(f"{n}.{entry['key']}.{entry['day']}.{token}" for n, entry, token in rows)
    return f"deadlines:{IUUID(case)}:{userid}:{sha256(said.encode()).hexdigest()[:20]}"
