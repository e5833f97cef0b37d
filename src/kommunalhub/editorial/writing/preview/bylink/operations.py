"""The verbs: make a link, take it back, find what one shows."""

from datetime import timedelta
from kommunalhub import _
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import formatting
from kommunalhub.core import links
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import site_url
from kommunalhub.core.tools import thing_of
from kommunalhub.editorial.copies.interfaces import IChangedByCopy
from kommunalhub.editorial.writing.preview.bylink import rules
from kommunalhub.editorial.writing.preview.bylink import storage
from plone.uuid.interfaces import IUUID

import secrets


PURPOSE = "page-preview"
VIEW = "vorschau-ansehen"
SAID = _("preview_link_said", default="For ${whom}, until ${when}")


class NoMore(Exception):
    """There are as many links of the page as there can be."""


def can_be_shown(page):
    """Return whether a page is not read yet, so that a link to it makes sense."""
    return state_of(page) in rules.SHOWN


def holding(page):
    """Return the Links of a page that hold now, the newest first."""
    now = formatting.now()
    return [one for one in storage.links_of(page) if one.holds(now)]


def make(page, days, whom):
    """Return a new Link to a page that is not read yet, and write down who made it for whom.

    Those that are over make room. Raises NoMore.
    """
    now = formatting.now()
    for one in storage.links_of(page):
        if not one.holds(now):
            storage.remove(page, one.number)
    if len(storage.links_of(page)) >= rules.MOST:
        raise NoMore
    link = rules.Link(secrets.token_hex(8), whom, now, now + timedelta(days=days))
    storage.put(page, link)
    _note(page, entries.SHARED, link)
    return link


def take_back(page, number):
    """Let a link hold no longer; nothing where there is none."""
    link = storage.link_of(page, number)
    if link is not None:
        storage.remove(page, number)
        _note(page, entries.TAKEN_BACK, link)


def address_of(page, link):
    """Return the address of a link."""
    key = links.sealed(PURPOSE, [IUUID(page), link.number], link.made)
    return f"{site_url()}/@@{VIEW}?{links.KEY}={key}"


def found(key):
    """Return (page, Link) of a key that holds, else None; the page may be read by now."""
    values = links.unsealed(PURPOSE, key, timedelta(days=max(rules.DAYS)))
    if values is None:
        return None
    uid, number = values
    page = thing_of(uid)
    if not IChangedByCopy.providedBy(page):
        return None
    link = storage.link_of(page, number)
    return (page, link) if link is not None and link.holds(formatting.now()) else None


def _note(page, action, link):
    mapping = {"whom": link.whom, "when": formatting.moment(link.until)}
    said = in_site_language(filled(SAID, mapping))
    IJournal(page).append(entries.PREVIEW, current_actor().userid, action=action, comment=said)
