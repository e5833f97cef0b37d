"""What a person hears of new hits of their saved searches.

The hits are looked up again with the person's rights whenever they are told of, when the mail is
handed over too: what somebody may not see any more is neither named nor counted.
"""

from dataclasses import replace
from datetime import datetime
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.notices import audience
from kommunalhub.notices import rules
from kommunalhub.notices.box import ensure_box
from kommunalhub.notices.box import ensure_store
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.letters.searches import count_text
from kommunalhub.notices.letters.searches import finds_letter
from kommunalhub.notices.letters.searches import PAGE
from kommunalhub.notices.operations import post
from kommunalhub.search.saved import operations as searches
from plone import api
from Testing.makerequest import makerequest


KIND = "finds"
#: So many hits are kept with a notice.
MOST_HITS = 50
TITLE = _("notice_title_finds", default="Saved search")
WHY = _("notice_why_finds", default="You have saved this search.")
GONE = _("notice_finds_gone", default="What was found cannot be read any more.")


def tell_of(portal, event):
    """Keep a notice of new hits, and write the mail if it is to go at once."""
    member = portal.acl_users.getUserById(event.userid)
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
        "search": event.saved.id,
        "title": event.saved.title,
        "address": event.saved.address,
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
        (n["search"], n["title"], n["address"], n["uids"], n.get("where", ())) for n in notices
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
    """Return the Letter about [(search, title, address, uids, where)] of a person, or None.

    where: ((uid, unit, numbers), ...), see INewHits; letters of before have none. Searches
    that are paused or deleted by now, and hits that cannot be seen, are left out.
    """
    titles = titles_seen(portal, person.userid, [uid for find in finds for uid in find[3]])
    kept = []
    for search, title, address, uids, *where in finds:
        saved = searches.get(portal, person.userid, search)
        seen = tuple(uid for uid in uids if uid in titles)
        if seen and saved is not None and not saved.is_paused:
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
    count = len(seen.intersection(notice["uids"]))
    site = api.portal.get().absolute_url()
    return {
        "key": key,
        "case": "",
        "number": "",
        "title": TITLE,
        "url": f"{site}/@@search?{notice['address']}" if count else f"{site}/@@{PAGE}",
        "word": None,
        "text": count_text(count, notice["title"]) if count else GONE,
        "why": WHY,
        "reason": notice["reason"],
        "is_late": False,
        "is_mine": False,
        "kind": notice["kind"],
        "when": formatting.moment(datetime.fromisoformat(notice["when"])),
        "iso": notice["when"],
        "read": notice["read"],
    }
