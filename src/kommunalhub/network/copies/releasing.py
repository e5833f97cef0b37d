"""Copies that people see: content made of a released card, gone with it.

What is in quarantine stands in no catalog; so what is found is signed, leased and released.
"""

from dataclasses import replace
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.core.tools import site
from kommunalhub.core.tools import thing_of
from kommunalhub.lib.exchange import cards
from kommunalhub.lib.htmltext import text_of
from kommunalhub.network import rules
from kommunalhub.network import storage
from kommunalhub.network import workflow
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID


def release(link, id_, by):
    """Let everybody of the house read a copy, or its newer version; twice is once.

    by: who looked at it; "" where the hub is trusted for the kind. Nothing for what was recalled.
    """
    copy = link.copies.get(id_)
    hub = thing_by(link.uid)
    if copy is None or hub is None or copy.kind in rules.TALK:
        return
    if copy.state == rules.FREE and copy.newer is None:
        return
    if copy.newer is not None:
        data, signature, hash_ = copy.newer
        copy = replace(copy, card=data, signature=signature, hash=hash_, newer=None)
    card = cards.read(copy.card, link.feed)
    now = formatting.now()
    with as_builder(site()):
        shown = thing_by(copy.uid)
        if shown is None:
            shown = createContentInContainer(
                hub,
                workflow.COPY,
                checkConstraints=False,
                id=id_,
                share=id_,
                hub=link.uid,
                **values_of(card),
            )
        else:
            for name, value in values_of(card).items():
                setattr(shown, name, value)
            shown.reindexObject()
    free = {"state": rules.FREE, "by": by, "released": now}
    link.keep(replace(copy, uid=IUUID(shown), title=card.title, **free))
    entry = rules.Entry(now, rules.RELEASE, hub=link.uid, title=card.title, by=by)
    storage.ensured_book().note(entry)


def values_of(card):
    words = [text_of(card.html), *(f"{label} {value}" for label, value in card.facts)]
    return {"title": card.title, "description": card.summary, "words": "\n".join(words)}


def decline(link, id_, by):
    """Take a copy out of quarantine, or a newer version from beside the one that was released."""
    copy = link.copies.get(id_)
    if copy is None or (copy.state == rules.FREE and copy.newer is None):
        return
    link.refused[id_] = copy.newest
    if copy.state == rules.FREE:
        link.keep(replace(copy, newer=None))
    else:
        link.drop(id_)
    entry = rules.Entry(formatting.now(), rules.DECLINED, hub=link.uid, title=copy.title, by=by)
    storage.ensured_book().note(entry)


def withdraw(link, id_, by):
    """Show a copy no more; it goes back into quarantine."""
    copy = link.copies.get(id_)
    if copy is not None and copy.state == rules.FREE:
        hide(copy)
        link.keep(replace(copy, state=rules.QUARANTINE, by="", released=None, uid=""))
        entry = rules.Entry(formatting.now(), rules.REMOVED, hub=link.uid, title=copy.title, by=by)
        storage.ensured_book().note(entry)


def hide(copy):
    """Remove the content that shows a copy, where there is any."""
    shown = thing_by(copy.uid)
    if shown is not None:
        with as_builder(site()):
            shown.aq_parent._delObject(shown.getId())


def thing_by(uid):
    """Return a hub or a copy by its UID, whoever asks, or None."""
    return thing_of(uid, portal_type=[workflow.HUB, workflow.COPY])


def card_of(shown):
    """Return (Copy, Card) that a SharedCopy shows; None for one whose copy is not here."""
    link = storage.link_of(shown.hub)
    copy = link.copies.get(shown.share) if link is not None else None
    return None if copy is None else (copy, cards.read(copy.card, link.feed))
