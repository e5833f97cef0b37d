"""What belongs to a thing and is kept elsewhere: its versions, old addresses, links to it.

Plone throws all of it away with the thing. `take_off` is called before, `put_back` after it has
come back.
"""

from Acquisition import aq_base
from dataclasses import dataclass
from kommunalhub.core.kept import kept
from kommunalhub.core.tools import thing_of
from kommunalhub.core.tools import tool
from plone.app.linkintegrity.handlers import modifiedContent
from plone.app.linkintegrity.utils import referencedRelationship
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.app.relationfield.event import update_behavior_relations
from plone.locking.interfaces import ILockable
from plone.uuid.interfaces import IUUID
from Products.CMFEditions.subscriber import object_removed
from z3c.relationfield.event import updateRelations
from z3c.relationfield.interfaces import IRelationValue
from z3c.relationfield.relation import RelationValue
from zc.relation.interfaces import ICatalog
from zope.component import queryUtility
from zope.intid.interfaces import IIntIds


#: Where CMFUid keeps under which number versions of a thing are stored.
VERSIONS = "cmf_uid"


@dataclass(frozen=True)
class Bound:
    """What was taken off.

    versions: {uid of a thing: what names its versions}. addresses: [(old path, rest of the path
    below the thing)]. links: [(uid of what leads to it, field, uid of what is led to, its path,
    its number among those that relations name)].
    """

    versions: dict
    addresses: list
    links: list


def inside(thing):
    """Yield a thing and all that is in it, the outer ones first."""
    yield thing
    for child in thing.objectValues() if hasattr(aq_base(thing), "objectValues") else ():
        yield from inside(child)


def take_off(thing):
    """Return the Bound of a thing that is about to go.

    Versions lose their number, so that CMFEditions finds nothing to delete.
    """
    things = list(inside(thing))
    bound = Bound(versions={}, addresses=_addresses(thing, things), links=_links(things))
    for one in things:
        number = kept(one, VERSIONS)
        if number is not None:
            bound.versions[IUUID(one)] = aq_base(number)
            delattr(aq_base(one), VERSIONS)
    return bound


def put_back(thing, bound):
    """Give a thing that is back in the site what was taken off."""
    things = list(inside(thing))
    by_uid = {IUUID(one): one for one in things}
    number_versions(things, bound)
    top = "/".join(thing.getPhysicalPath())
    storage = queryUtility(IRedirectionStorage)
    for old, rest in bound.addresses if storage is not None else ():
        storage.add(old, top + rest)
    for one in things:
        lockable = ILockable(one, None)
        if lockable is not None:
            lockable.clear_locks()
        if VERSIONS in vars(aq_base(one)):
            one.reindexObject(idxs=[VERSIONS])
        modifiedContent(one, None)
    for source_uid, field, target_uid, *former in bound.links:
        source = by_uid.get(source_uid) or thing_of(source_uid)
        target = by_uid.get(target_uid)
        if source is not None and target is not None:
            _link_again(source, field, target, *former)


def number_versions(things, bound):
    """Let things know under which number their versions are stored."""
    for one in things:
        number = bound.versions.get(IUUID(one))
        if number is not None:
            setattr(aq_base(one), VERSIONS, number)


def throw_away(things, bound):
    """Delete the versions of things that will not come back."""
    things = list(things)
    number_versions(things, bound)
    for one in things:
        object_removed(one, None)


def _addresses(thing, things):
    storage = queryUtility(IRedirectionStorage)
    top = "/".join(thing.getPhysicalPath())
    found = []
    for one in things if storage is not None else ():
        path = "/".join(one.getPhysicalPath())
        found += [(old, path[len(top) :]) for old in storage.redirects(path)]
    return found


def _links(things):
    catalog, intids = queryUtility(ICatalog), queryUtility(IIntIds)
    if catalog is None or intids is None:
        return []
    found = []
    for one in things:
        number = intids.queryId(one)
        for relation in catalog.findRelations({"to_id": number}) if number is not None else ():
            source = IUUID(relation.from_object, None)
            if source is not None:
                found.append(
                    (source, relation.from_attribute, IUUID(one), relation.to_path, number)
                )
    return found


def _link_again(source, field, target, path, former):
    """Let a link that broke lead to the thing again. path, former: of the thing, as it was."""
    if field == referencedRelationship:
        modifiedContent(source, None)
        return
    values = kept(source, field)
    number = queryUtility(IIntIds).getId(target)
    mended = [
        RelationValue(number) if _is_broken(value, path, former) else value
        for value in (values if isinstance(values, list) else [values])
    ]
    setattr(aq_base(source), field, mended if isinstance(values, list) else mended[0])
    updateRelations(source, None)
    update_behavior_relations(source, None)


def _is_broken(value, path, former):
    """Tell whether a relation led to it. Plone keeps but the end of a path whose place is gone."""
    if not IRelationValue.providedBy(value):
        return False
    if not value.isBroken():
        return value.to_id == former
    kept_path = value.to_path or ""
    return bool(kept_path) and f"/{path}".endswith(f"/{kept_path}")


def states_of(things):
    """Return {uid: state} of things that have one."""
    workflow = tool("portal_workflow")
    found = {IUUID(one): workflow.getInfoFor(one, "review_state", None) for one in things}
    return {uid: state for uid, state in found.items() if state}
