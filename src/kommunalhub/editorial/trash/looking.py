"""What of the trash who is signed in may see and bring back, and where to."""

from kommunalhub.core import asking
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.core.tools import thing_of
from kommunalhub.editorial.trash import rules
from kommunalhub.editorial.trash import storage
from kommunalhub.partners.membership import groups_of_user
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.rules import group_id


#: Who sees what was deleted everywhere.
MANAGERS = frozenset({"HubManager", "Manager", "Site Administrator"})
#: So many places are offered for what has lost its own.
MOST_PLACES = 100


def manages():
    return not MANAGERS.isdisjoint(asking.roles())


def edits_for():
    """Return the ids of the administrations that who is signed in writes for."""
    groups = set(groups_of_user())
    return tuple(one for one in partner_ids() if group_id(one, "editors") in groups)


def may_look():
    """Return whether there may be anything for who is signed in."""
    return manages() or bool(edits_for())


def listed(partner="", text=""):
    """Return [(key, Facts)] of what who is signed in may bring back, the last first.

    partner: only of one administration. text: what the title has to contain.
    """
    trash = storage.find(site())
    if trash is None:
        return []
    wanted, mine, everything = text.casefold(), edits_for(), manages()
    return [
        (key, facts)
        for key, facts in trash.all()
        if rules.may_bring_back(facts.partner, mine, everything)
        and (not partner or facts.partner == partner)
        and wanted in facts.title.casefold()
    ]


def told(key):
    """Return the Facts of what who is signed in may bring back; KeyError for all else."""
    trash = storage.find(site())
    facts = trash.told(key) if trash is not None else None
    if facts is None or not rules.may_bring_back(facts.partner, edits_for(), manages()):
        raise KeyError(key)
    return facts


def former_place(facts):
    """Return the place where a thing stood, wherever that is now; None where it is gone."""
    return thing_of(facts.place_uid) if facts.place_uid else site()


def may_take(place, portal_type):
    """Return whether who is signed in may add something of a type in a place."""
    if not (asking.may("View", place) and asking.may("Add portal content", place)):
        return False
    return portal_type in {fti.getId() for fti in place.allowedContentTypes()}


def places_for(facts):
    """Return [folder] where who is signed in may put a thing, by path; the site first."""
    query = {"portal_type": "Folder", "sort_on": "path", "sort_limit": MOST_PLACES}
    if facts.partner:
        query["partner"] = facts.partner
    folders = [brain.getObject() for brain in catalog()(**query)[:MOST_PLACES]]
    return [one for one in (site(), *folders) if may_take(one, facts.portal_type)]
