"""Who of support has a ticket open now, so that two do not answer at once.

Several processes serve one site, so it stands in the database; but a page that is looked at asks
every half minute, and most of these questions write nothing: what stands there is good for a while,
and is written anew only when it grows old. Reading a page never writes.
See docs/decisions/presence.md.
"""

from BTrees.OOBTree import OOBTree
from kommunalhub.approvals.journal.people import person_name
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.tools import site
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.support.presence"
#: Seconds for which somebody counts as there, and after which it is written anew.
GOOD, ANEW = 300, 120


class Presences(Persistent):
    """rows: {"<uid of a ticket> <user id>": (seconds since 1970, whether they write)}."""

    def __init__(self):
        self.rows = OOBTree()


def others(ticket):
    """Return [(name, whether they write)] of who else has a ticket open, by name."""
    me, now = asking.userid(), seconds()
    found = {}
    for key, (since, writes) in rows_of(ticket).items():
        userid = key.partition(" ")[2]
        if userid != me and now - since < GOOD:
            found[person_name(userid)] = writes
    return sorted(found.items(), key=lambda one: one[0].casefold())


def everywhere():
    """Return {UID of a ticket: [names]} of what others than who asks have open, for a list."""
    store, me, now = IAnnotations(site()).get(KEY), asking.userid(), seconds()
    found = {}
    for key, (since, _writes) in store.rows.items() if store is not None else ():
        uid, _blank, userid = key.partition(" ")
        if userid != me and now - since < GOOD:
            found.setdefault(uid, []).append(person_name(userid))
    return {uid: sorted(names, key=str.casefold) for uid, names in found.items()}


def beat(ticket, writes):
    """Note that who asks has a ticket open; nothing is written where that is known."""
    key, now = key_of(ticket), seconds()
    kept = rows_of(ticket).get(key)
    if kept is not None and kept[1] == writes and now - kept[0] < ANEW:
        return
    rows = ensured_on(site(), KEY, Presences).rows
    for old in [one for one, (since, _writes) in rows.items() if now - since >= GOOD]:
        del rows[old]
    rows[key] = (now, writes)


def leave(ticket):
    """Note that who asks has closed a ticket."""
    key = key_of(ticket)
    if key in rows_of(ticket):
        del IAnnotations(site())[KEY].rows[key]


def rows_of(ticket):
    """Return {key: row} of a ticket."""
    store, uid = IAnnotations(site()).get(KEY), ticket.UID()
    return {} if store is None else dict(store.rows.items(f"{uid} ", f"{uid}!"))


def key_of(ticket):
    return f"{ticket.UID()} {asking.userid()}"


def seconds():
    return int(formatting.now().timestamp())
