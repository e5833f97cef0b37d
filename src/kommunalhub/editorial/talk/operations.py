"""The verbs: comment, take down, take back, find helpful. Nothing else writes what is kept."""

from dataclasses import replace
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.editorial.mustread.reading import is_office
from kommunalhub.editorial.reach.reading import is_released
from kommunalhub.editorial.talk import rules
from kommunalhub.editorial.talk import storage
from kommunalhub.editorial.talk.interfaces import Hasty
from kommunalhub.editorial.talk.interfaces import NoSuchComment
from kommunalhub.editorial.talk.interfaces import TalkError
from kommunalhub.editorial.talk.interfaces import TextWrong
from plone.uuid.interfaces import IUUID


CLOSED = _("talk_error_closed", default="No comments are wanted here.")
NONE = _("talk_error_none", default="There is no such comment.")
NOT_YOURS = _(
    "talk_error_not_yours",
    default="Only those who edit or review the page take comments of others down.",
)


def is_open(page):
    """Return whether who asks may comment: the author allows it, it is released, they work here."""
    return bool(kept(page, "talk_allowed")) and is_released(page) and "Staff" in asking.roles()


def comments_for(page):
    """Return the Comments that who asks may read, the oldest first."""
    talk = storage.talk_of(page)
    if talk is None or not is_open(page):
        return []
    return rules.visible(talk.comments, asking.userid(), is_office(page))


def helpful_of(page):
    """Return (how many found it helpful, whether who asks did)."""
    talk = storage.talk_of(page)
    return (0, False) if talk is None else (len(talk.helpful), asking.userid() in talk.helpful)


def require_open(page):
    if not is_open(page):
        raise TalkError(CLOSED)


def comment(page, text):
    """Write a comment and return it. Raises TalkError, TextWrong, Hasty."""
    require_open(page)
    text, userid, now = rules.sound(text), asking.userid(), formatting.now()
    talk = storage.talk_of(page)
    refused = rules.refusal(text, talk.comments if talk is not None else [], userid, now)
    if refused is not None:
        raise (Hasty if refused == rules.OFTEN else TextWrong)(refused)
    talk = storage.ensure_talk(page)
    written = rules.Comment(talk.next_number, userid, now.isoformat(), text)
    talk.put(written)
    storage.note_page(site(), userid, IUUID(page))
    _count(page)
    return written


def take_down(page, number, reason):
    """Take a comment down, with a reason that its writer reads; twice is harmless."""
    require_open(page)
    if not is_office(page):
        raise TalkError(NOT_YOURS)
    found, reason = require_comment(page, number), rules.sound(reason)
    refused = rules.reason_refusal(reason)
    if refused is not None:
        raise TextWrong(refused)
    if not found.is_hidden:
        now = formatting.now().isoformat()
        hidden = replace(found, hidden_by=asking.userid(), hidden_when=now, reason=reason)
        storage.talk_of(page).put(hidden)
        _count(page)


def take_back(page, number):
    """Delete a comment of one's own, for good."""
    require_open(page)
    if require_comment(page, number).by != asking.userid():
        raise NoSuchComment(NONE)
    storage.talk_of(page).rows.pop(number)
    _count(page)


def _count(page):
    shown = sum(not one.is_hidden for one in storage.talk_of(page).comments)
    storage.note_count(site(), IUUID(page), shown)


def counts():
    """Return {uid of a page: how many comments it shows}, for who may read comments."""
    return storage.counts_on(site()) if "Staff" in asking.roles() else {}


def require_comment(page, number):
    """Return the Comment that who asks may read. Raises NoSuchComment."""
    for one in comments_for(page):
        if one.number == number:
            return one
    raise NoSuchComment(NONE)


def find_helpful(page, is_helpful):
    """Note that who asks finds a page helpful, or does no more; twice is harmless."""
    require_open(page)
    userid, talk = asking.userid(), storage.talk_of(page)
    if is_helpful == (talk is not None and userid in talk.helpful):
        return
    talk = storage.ensure_talk(page)
    if is_helpful:
        talk.helpful.insert(userid)
        storage.note_page(site(), userid, IUUID(page))
    else:
        talk.helpful.remove(userid)


def forget_person(userid):
    """Let comments of a person bear no name any more, and take their marks back."""
    uids = storage.take_pages(site(), userid)
    for brain in catalog().unrestrictedSearchResults(UID=uids) if uids else ():
        talk = storage.talk_of(brain._unrestrictedGetObject())
        if talk is None:
            continue
        for one in talk.comments:
            if userid in (one.by, one.hidden_by):
                talk.put(
                    replace(
                        one,
                        by="" if one.by == userid else one.by,
                        hidden_by="" if one.hidden_by == userid else one.hidden_by,
                    )
                )
        if userid in talk.helpful:
            talk.helpful.remove(userid)
