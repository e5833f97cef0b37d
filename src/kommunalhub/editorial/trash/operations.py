"""The verbs of the trash: put in, bring back, throw away."""

from Acquisition import aq_base
from Acquisition import aq_chain
from Acquisition import aq_inner
from Acquisition import aq_parent
from datetime import UTC
from kommunalhub import _
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.pages import PLANNED
from kommunalhub.approvals.timing.operations import forget_plan
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core.language import in_site_language
from kommunalhub.core.persons import name_of
from kommunalhub.core.tools import site
from kommunalhub.core.tools import tool
from kommunalhub.editorial.trash import bound
from kommunalhub.editorial.trash import rules
from kommunalhub.editorial.trash import storage
from kommunalhub.editorial.trash.looking import former_place
from kommunalhub.editorial.trash.looking import may_take
from kommunalhub.editorial.trash.looking import told
from kommunalhub.partners.localroles import partner_of
from plone import api
from plone.app.iterate.interfaces import IWorkingCopy
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.uuid.interfaces import IUUID
from Products.CMFCore.interfaces import ISiteRoot
from zope.component import getUtility
from zope.container.interfaces import INameChooser

import secrets


#: What is kept; a folder only where nothing else is in it.
TYPES = frozenset(
    {"Collection", "Document", "Event", "File", "Folder", "Image", "Link", "News Item"}
)
RECORD = "kommunalhub.trash_days"


class NotBack(Exception):
    """Something cannot be brought back there; says why in a translatable sentence."""


class PlaceGone(NotBack):
    """Where it stood is not there any more."""


class NotHere(NotBack):
    """Who asks may not add such a thing there."""


PLACE_GONE = _(
    "trash_place_gone",
    default="The place where it stood is not there any more. Please choose another one.",
)
NOT_HERE = _(
    "trash_not_here",
    default="You cannot add anything of this kind there. Please choose another place.",
)


def days():
    """Return how many days things are kept."""
    return registry.read(RECORD) or rules.DAYS


def set_days(number):
    api.portal.set_registry_record(RECORD, number)


# Putting in


def is_kept(thing):
    """Return whether a thing that is about to go is kept for a while.

    Deleted by a person: what the system tidies away is meant to go. Of pages and what stands with
    them: cases and their files follow rules of their own.
    """
    if not asking.userid() or registry.read(RECORD) is None:
        return False
    around = [one for one in aq_chain(aq_inner(thing))[1:] if not ISiteRoot.providedBy(one)]
    places = [one for one in around if hasattr(aq_base(one), "portal_type")]
    if any(one.portal_type not in TYPES for one in (thing, *places)):
        return False
    if IWorkingCopy.providedBy(thing):
        return False
    return all(one.portal_type in TYPES for one in bound.inside(thing))


def put_in(thing):
    """Keep a thing that is about to be deleted; nothing where it is not kept."""
    if not is_kept(thing):
        return
    portal, place = site(), aq_parent(aq_inner(thing))
    root = len(portal.getPhysicalPath())
    now = formatting.now()
    facts = storage.Facts(
        uid=IUUID(thing),
        title=thing.Title(),
        portal_type=thing.portal_type,
        path="/".join(thing.getPhysicalPath()[root:]),
        place="" if ISiteRoot.providedBy(place) else place.Title(),
        place_uid="" if ISiteRoot.providedBy(place) else IUUID(place),
        partner=partner_of(thing),
        by=asking.userid(),
        deleted=now.astimezone(UTC),  # a zone by name cannot be stored
        count=sum(1 for _one in bound.inside(thing)),
    )
    position = place.getObjectPosition(thing.getId())
    kept = storage.Kept(aq_base(thing), position, bound.take_off(thing))
    storage.ensure(portal).add(rules.new_key(now, secrets.token_hex(8)), facts, kept)


# Bringing back


def bring_back(key, place=None):
    """Put a thing back where it stood, or into another place, and return it.

    Pages are drafts again. Raises KeyError where there is no such thing (any more) for who asks,
    PlaceGone, NotHere.
    """
    facts = told(key)
    former = former_place(facts)
    place = former if place is None else place
    if place is None:
        raise PlaceGone(PLACE_GONE)
    if not may_take(place, facts.portal_type):
        raise NotHere(NOT_HERE)
    kept = storage.find(site()).remove(key)
    thing = kept.thing
    states = bound.states_of(bound.inside(thing.__of__(place)))
    name = facts.id
    if name in place.objectIds():
        name = INameChooser(place).chooseName(name, thing)
    thing.id = name
    place._setObject(name, thing, set_owner=0)  # who made it still has; nobody is given it anew
    back = place[name]
    if former is not None and aq_base(place) is aq_base(former) and kept.position is not None:
        place.moveObjectToPosition(name, kept.position, suppress_events=True)
    for one in bound.inside(back):
        _begin_anew(one)
    bound.put_back(back, kept.bound)
    _remember_address(facts, back)
    for one in bound.inside(back):
        _note(one, facts, states.get(IUUID(one), ""))
    return back


def _begin_anew(thing):
    """Bring a thing into the first state of its workflow: Plone leaves it as it was."""
    workflows = tool("portal_workflow")
    for workflow in workflows.getWorkflowsFor(thing):
        former = workflows.getInfoFor(thing, workflow.state_var, None)
        if former != workflow.initial_state:
            workflow.notifyCreated(thing)
            if former == PLANNED:
                forget_plan(thing)
            thing.reindexObject()


def _remember_address(facts, back):
    """Let the address that a thing had lead to where it is now."""
    path = "/".join(back.getPhysicalPath())
    old = "/".join((*site().getPhysicalPath(), facts.path))
    if path != old and site().unrestrictedTraverse(facts.path, None) is None:
        getUtility(IRedirectionStorage).add(old, path)


def _note(thing, facts, former):
    """Write into the journal of a page that it was gone for a while."""
    if not IApprovable.providedBy(thing):
        return
    mapping = {"day": formatting.day(facts.deleted.date()), "who": name_of(facts.by)}
    if facts.by:
        told_of = _("trash_noted", default="Deleted on ${day} by ${who}.", mapping=mapping)
    else:
        told_of = _("trash_noted_nobody", default="Deleted on ${day}.", mapping=mapping)
    workflow = tool("portal_workflow")
    IJournal(thing).append(
        entries.TRASH,
        asking.userid(),
        action=entries.BROUGHT_BACK,
        comment=in_site_language(told_of),
        **{"from": former, "to": workflow.getInfoFor(thing, "review_state", "")},
    )


# Throwing away


def throw_away(key):
    """Delete a thing for good; KeyError where there is no such thing (any more) for who asks."""
    told(key)
    _throw_away(key)


def over(now):
    """Return the keys of all that has been kept long enough."""
    trash = storage.find(site())
    if trash is None:
        return []
    return list(trash.facts.keys(max=rules.first_kept(now, days())))


def expire(key):
    """Delete a thing whose time is over; nothing where it is gone."""
    trash = storage.find(site())
    if trash is not None and trash.told(key) is not None:
        _throw_away(key)


def _throw_away(key):
    kept = storage.find(site()).remove(key)
    bound.throw_away(bound.inside(kept.thing.__of__(site())), kept.bound)


def forget_person(userid):
    """Forget that somebody deleted things, and take their roles on what is kept."""
    trash = storage.find(site())
    if trash is None:
        return
    trash.forget_person(userid)
    for kept in trash.kept.values():
        for one in bound.inside(kept.thing.__of__(site())):
            if one.get_local_roles_for_userid(userid):
                one.manage_delLocalRoles([userid])
