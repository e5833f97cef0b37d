"""The verbs of the hub management: link a hub, compare its key, pause it, forget it."""

from dataclasses import replace
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.sections import ensure_section
from kommunalhub.network import keys
from kommunalhub.network import receiving
from kommunalhub.network import rules
from kommunalhub.network import storage
from kommunalhub.network import workflow
from kommunalhub.network.interfaces import INetworkSection
from plone.uuid.interfaces import IUUID
from Products.CMFCore.permissions import AddPortalContent


class NotThis(Exception):
    """A step that does not fit any more: the page was old."""


def ensure_sections(portal):
    """Return the folder `netzwerk`, made if it is missing."""
    folder = ensure_section(
        portal,
        storage.SECTION,
        _("section_network", default="Network of the hubs"),
        _(
            "section_network_about",
            default="Hubs in Schleswig-Holstein, what they work on, and what they share.",
        ),
        INetworkSection,
        layout="hubs",
        addable=workflow.HUB,
        adders=dict.fromkeys((AddPortalContent, workflow.ADD_HUB), workflow.KEEPERS),
    )
    keys.make(ensured_on(folder, storage.KEY, storage.Book))
    return folder


def followed(hub):
    """Make the link of a hub that has an address for the exchange, or end one of another."""
    uid, book = IUUID(hub), storage.book()
    link = book.links.get(uid) if book is not None else None
    if link is not None and link.feed != hub.feed:
        forget(uid, "", hub.title)
        link = None
    if link is None and hub.feed and hub.feed != keys.feed():
        keys.private()
        keys.settle()
        storage.ensured_book().links[uid] = storage.Link(uid, hub.feed)


def confirm(uid, key, by):
    """Trust the key that a hub has shown and a person has compared; key: what they saw."""
    link = known(uid)
    if not key or key != link.offered:
        raise NotThis(uid)
    link.key, link.offered, link.state = key, "", rules.CONFIRMED
    link.asked = formatting.now()
    said(rules.CONFIRM, uid, by)


def pause(uid, by):
    """Neither ask a hub nor answer it; its copies live as long as their lease."""
    link = known(uid)
    if link.state == rules.CONFIRMED:
        link.state = rules.PAUSED
        said(rules.PAUSE, uid, by)


def resume(uid, by):
    link = known(uid)
    if link.state == rules.PAUSED:
        link.state, link.asked = rules.CONFIRMED, formatting.now()
        said(rules.RESUME, uid, by)


def ask_soon(uid):
    """Let a hub be asked with the next run of the jobs, however long it was to be left alone."""
    known(uid).asked = formatting.now()


def forget(uid, by, title=""):
    """End the link to a hub: all its copies go, and nothing is published for it any more.

    title: how it is called, for the log: the hub may be gone as well.
    """
    book = storage.ensured_book()
    link = book.links.get(uid)
    if link is None:
        return
    for id_ in list(link.copies):
        receiving.let_go(link, id_, rules.REMOVED, formatting.now())
    book.chains.pop(link.feed, None)
    del book.links[uid]
    book.note(rules.Entry(formatting.now(), rules.FORGOTTEN, hub=uid, title=title, by=by))


def link_again(hub, by):
    """Link a hub that was forgotten, from the beginning: its key is compared anew."""
    followed(hub)
    if storage.link_of(IUUID(hub)) is None:
        raise NotThis(hub.getId())
    said(rules.LINK, IUUID(hub), by)


def trust(uid, kinds, by):
    """Let these kinds of a hub come without being looked at, and no others."""
    link = known(uid)
    if set(link.trusted) != set(kinds):
        link.trusted.clear()
        link.trusted.update(kinds)
        said(rules.TRUSTED, uid, by, " ".join(sorted(kinds)))


def forget_person(userid):
    """Take the name of a person who is gone off what they shared and released."""
    book = storage.book()
    if book is None:
        return
    trees = [book.shares, book.said, book.log, *(link.copies for link in book.links.values())]
    for tree in trees:
        for key, one in list(tree.items()):
            if one.by == userid:
                tree[key] = replace(one, by="")


def known(uid):
    """Return the link of a hub; raises NotThis."""
    link = storage.link_of(uid)
    if link is None:
        raise NotThis(uid)
    return link


def said(what, uid, by, why=""):
    entry = rules.Entry(formatting.now(), what, hub=uid, by=by, why=why)
    storage.ensured_book().note(entry)
