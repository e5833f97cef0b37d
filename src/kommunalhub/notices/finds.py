"""What a person hears of things found for them: new hits of their saved searches, and the like.

Who finds them is an IFindSource; saved searches are one of them (`SavedSearches`).

The hits are looked up again with the person's rights whenever they are told of, when the mail is
handed over too: what somebody may not see any more is neither named nor counted.
"""

from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import datetime
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.notices import audience
from kommunalhub.notices import rules
from kommunalhub.notices.box import ensure_box
from kommunalhub.notices.box import ensure_store
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.interfaces import IFindSource
from kommunalhub.notices.letters.searches import count_text
from kommunalhub.notices.letters.searches import finds_letter
from kommunalhub.notices.letters.searches import PAGE
from kommunalhub.notices.letters.searches import SEARCHES
from kommunalhub.notices.letters.searches import source_of
from kommunalhub.notices.letters.searches import subject_of
from kommunalhub.notices.letters.searches import TO_PAGE
from kommunalhub.notices.letters.searches import WHY
from kommunalhub.notices.letters.searches import WHY_MANY
from kommunalhub.notices.operations import post
from kommunalhub.search.saved import operations as searches
from plone import api
from Testing.makerequest import makerequest
from zope.component import getUtility
from zope.interface import implementer


KIND = "finds"
#: So many hits are kept with a notice.
MOST_HITS = 50
TITLE = _("notice_title_finds", default="Saved search")
GONE = _("notice_finds_gone", default="What was found cannot be read any more.")


@implementer(IFindSource)
class SavedSearches:
    """Saved searches as what finds things."""

    title, why, why_many, gone = TITLE, WHY, WHY_MANY, GONE
    page, to_page = f"@@{PAGE}", TO_PAGE

    def path(self, address):
        return f"@@search?{address}"

    def subject(self, titles):
        return subject_of(titles)

    def count_text(self, count, title):
        return count_text(count, title)

    def is_wanted(self, portal, userid, id):
        saved = searches.get(portal, userid, id)
        return saved is not None and not saved.is_paused

    def reasons(self, portal, id, uids):
        return {}


@dataclass(frozen=True)
class Finds:
    """What was found, newest first: uids; id, title and address are of what found it.

    source: name of its IFindSource; where: see INewHits.
    """

    id: str
    title: str
    address: str
    uids: tuple
    where: dict = field(default_factory=dict)
    source: str = SEARCHES


def tell_of(portal, event):
    """Tell of new hits of a saved search."""
    saved = event.saved
    found = Finds(saved.id, saved.title, saved.address, tuple(event.uids), event.where)
    tell(portal, event.userid, found)


def tell(portal, userid, event):
    """Keep a notice of the Finds for a person, and write the mail if it is to go at once."""
    member = portal.acl_users.getUserById(userid)
    if member is None:
        return
    person = audience.person_of(member)
    box = ensure_box(portal, person.userid)
    now = formatting.now()
    notice = {
        "case": "",
        "number": "",
        "type": "",
        "seq": 0,
        "kind": KIND,
        "action": "found",
        "to": None,
        "actor": "system",
        "behalf": None,
        "reason": rules.FOUND,
        "muted": False,
        "source": event.source,
        "search": event.id,
        "title": event.title,
        "address": event.address,
        "uids": tuple(event.uids[:MOST_HITS]),
        "where": tuple((uid, *event.where[uid]) for uid in event.uids if uid in event.where),
        **rules.ways_of_finds(box.mode(rules.FINDS)),
    }
    key = box.add(now, notice)
    if rules.LATER in (notice["mail"], notice["bell"]):
        ensure_store(portal).held.setdefault(person.userid, now.isoformat())
    if notice["mail"] == rules.NOW:
        send(portal, person, [notice], f"{KIND}:{person.userid}:{key}")


def send(portal, person, notices, key):
    """Put a mail about new hits into the outbox, unless nothing of them can be seen."""
    if not person.email or settings_of(portal) is None:
        return
    finds = tuple(
        (n["search"], n["title"], n["address"], n["uids"], n.get("where", ()), source_name(n))
        for n in notices
    )
    found = letter(portal, person, finds, key)
    if found is not None:
        post(portal, found)


def fresh(portal, old):
    """Return a Letter about new hits as it is to be sent now, None if there is nothing to tell."""
    member = portal.acl_users.getUserById(old.userid)
    if member is None:
        return None
    new = letter(with_request(portal), audience.person_of(member), old.finds, old.key)
    return None if new is None else replace(new, recipient=old.recipient)


def with_request(portal):
    """Return the site with a request around it: the thread that sends has none, addresses ask."""
    if isinstance(getattr(portal, "REQUEST", ""), str):
        root = makerequest(portal.getPhysicalRoot())
        return root.unrestrictedTraverse(portal.getPhysicalPath()[1:])
    return portal


def letter(portal, person, finds, key):
    """Return the Letter about [(search, title, address, uids, where, source)] of a person, or None.

    All are of one source. where: ((uid, unit, numbers), ...), see INewHits; letters of before have
    none, and no source. Searches that are paused or deleted by now, and hits that cannot be seen,
    are left out.
    """
    source = source_of(finds[0])
    titles = titles_seen(portal, person.userid, [uid for find in finds for uid in find[3]])
    kept = []
    for search, title, address, uids, *where in finds:
        seen = tuple(uid for uid in uids if uid in titles)
        if seen and source.is_wanted(portal, person.userid, search):
            kept.append((search, title, address, seen, *where))
    return finds_letter(portal, person, kept, titles, key) if kept else None


def titles_seen(portal, userid, uids):
    """Return {uid: title} of those that a person may see now."""
    user = portal.acl_users.getUserById(userid)
    if user is None or not uids:
        return {}
    with api.env.adopt_user(user=user):
        brains = api.portal.get_tool("portal_catalog")(UID=list(dict.fromkeys(uids)))
        return {brain.UID: brain.Title for brain in brains}


def row(key, notice, seen):
    """Return the row of such a notice. seen: uids that who looks may see."""
    source = getUtility(IFindSource, source_name(notice))
    count = len(seen.intersection(notice["uids"]))
    path = source.path(notice["address"]) if count else source.page
    return {
        "key": key,
        "case": "",
        "number": "",
        "title": source.title,
        "url": f"{api.portal.get().absolute_url()}/{path}",
        "word": None,
        "text": source.count_text(count, notice["title"]) if count else source.gone,
        "why": source.why,
        "reason": notice["reason"],
        "is_late": False,
        "is_mine": False,
        "kind": notice["kind"],
        "when": formatting.moment(datetime.fromisoformat(notice["when"])),
        "iso": notice["when"],
        "read": notice["read"],
    }


def source_name(notice):
    """Return the name of the IFindSource of a notice; those of before are of saved searches."""
    return notice.get("source", SEARCHES)
