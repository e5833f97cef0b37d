"""What people hear of pages that they look after: all that are due at once, never one by one."""

from hashlib import sha256
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.core.persons import members_of
from kommunalhub.notices import audience
from kommunalhub.notices import rules
from kommunalhub.notices.address import link_to
from kommunalhub.notices.box import ensure_box
from kommunalhub.notices.delivery import settings_of
from kommunalhub.notices.finds import titles_seen
from kommunalhub.notices.letters.reviews import DUE
from kommunalhub.notices.letters.reviews import NOBODY
from kommunalhub.notices.letters.reviews import reviews_letter
from kommunalhub.notices.letters.reviews import SENTENCES
from kommunalhub.notices.operations import post
from kommunalhub.partners.rules import groups_of
from kommunalhub.partners.substitution.rights import substitutes_of
from kommunalhub.partners.titles import spoken_title
from plone import api


KIND = "reviews"
TITLE = _("notice_title_reviews", default="Review of pages")
WHY = _(
    "notice_why_reviews", default="You look after these pages, or see to it that somebody does."
)
#: For whom else a page waits, see approvals.reviewing: those who stand in do so for pages.
PAGES = "Document"


def tell_of_due(portal, event):
    """Tell all members of a function of the pages that are due, each of those they may see."""
    people = members_of(event.group) | set(substitutes_of({event.group}, PAGES))
    for userid in sorted(people):
        titles = titles_seen(portal, userid, event.uids)
        if titles:
            _tell(portal, userid, DUE, event.group, [uid for uid in event.uids if uid in titles])


def tell_of_nobody(portal, event):
    """Tell the management of the hub and the reviewers of the administration."""
    groups = ["hub-managers"]
    if event.partner:
        groups.append(groups_of(event.partner)["reviewers"])
    for userid in sorted(members_of(*groups)):
        _tell(portal, userid, NOBODY, event.group, (), event.count)


def _tell(portal, userid, what, group, uids, count=None):
    member = portal.acl_users.getUserById(userid)
    if member is None:
        return
    person = audience.person_of(member)
    box = ensure_box(portal, userid)
    notice = {
        "case": "",
        "number": "",
        "type": "",
        "seq": 0,
        "kind": KIND,
        "action": what,
        "to": None,
        "actor": "system",
        "behalf": None,
        "reason": rules.AWAITS,
        "muted": False,
        "group": group,
        "count": len(uids) if count is None else count,
    }
    for channel in rules.CHANNELS:
        # It is a summary already, and waits for no other.
        way = rules.way(channel, box.mode(channel), rules.AWAITS)
        notice[channel] = rules.NEVER if way == rules.NEVER else rules.NOW
    now = formatting.now()
    box.add(now, notice)
    if notice["mail"] != rules.NOW or not person.email or settings_of(portal) is None:
        return
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=list(uids))
    found = {brain.UID: brain for brain in brains} if uids else {}
    pages = [(found[uid].Title, address_of(portal, found[uid])) for uid in uids if uid in found]
    mark = sha256("".join(uids).encode()).hexdigest()[:12]
    key = f"{KIND}:{what}:{group}:{formatting.to_local(now).date()}:{mark}:{userid}"
    post(portal, reviews_letter(portal, person, what, facts_of(notice), pages, key))


def address_of(portal, brain):
    """Return the public address of a brain's page."""
    path = brain.getPath().removeprefix("/".join(portal.getPhysicalPath()))
    return f"{link_to(portal)}{path}"


def facts_of(notice):
    """Return what the sentences ask for."""
    return {"who": in_site_language(spoken_title(notice["group"])), "count": notice["count"]}


def sentence(notice):
    """Return what such a notice says, translatable."""
    return filled(SENTENCES[notice["action"]], facts_of(notice))
