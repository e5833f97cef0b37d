"""What happens to content when the add-on goes."""

from Acquisition import aq_base
from Acquisition import aq_parent
from kommunalhub.approvals.case.versions import KEPT
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from Products.CMFPlone.interfaces.constrains import ISelectableConstrainTypes
from z3c.relationfield.interfaces import IRelationValue
from zc.relation.interfaces import ICatalog
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.interface import directlyProvidedBy
from zope.interface import noLongerProvides
from zope.intid.interfaces import IIntIds


OURS = "kommunalhub."
PLONES_WORKFLOW = "simple_publication_workflow"
#: What a page's state becomes; any other becomes private.
STATES = {"public": "published", "pending": "pending"}


def own_types():
    """Return the portal types whose objects are of our classes."""
    types = api.portal.get_tool("portal_types")
    return [fti.getId() for fti in types.objectValues() if _klass(fti).startswith(OURS)]


def remove_own(portal):
    """Delete all objects of our types, and the folders made for them when nothing else is in."""
    _forget_relations()
    ours = own_types()
    for obj in reversed(list(_objects(portal))):
        if obj.portal_type in ours or (_markers(obj) and not obj.objectIds()):
            aq_parent(obj)._delObject(obj.getId())


def keep_pages(portal):
    """Take our markers off what stays and bring it into Plone's workflow, as visible as it was."""
    workflows = api.portal.get_tool("portal_workflow")
    kept = list(_objects(portal))
    states = [_state(workflows, obj) for obj in kept]
    workflows.setDefaultChain(PLONES_WORKFLOW)
    for obj, state in zip(kept, states, strict=True):
        _unmark(obj)
        if PLONES_WORKFLOW in workflows.getChainFor(obj):
            status = {"review_state": STATES.get(state, "private"), "actor": "", "comments": ""}
            workflows.setStatusOf(PLONES_WORKFLOW, obj, status)


def tidy(portal):
    """Drop what pages remember of views, types and roles that are gone."""
    workflows = api.portal.get_tool("portal_workflow")
    types = api.portal.get_tool("portal_types")
    roles = set(portal.validRoles())
    for obj in (portal, *_objects(portal)):
        fti = types[obj.portal_type]
        _drop_unknown_view(obj, fti)
        _drop_unknown_types(obj, types)
        _drop_unknown_roles(aq_base(obj), roles)
        for workflow_id in workflows.getChainFor(obj):
            workflows[workflow_id].updateRoleMappingsFor(obj)
        annotations = IAnnotations(obj, {})
        for key in [key for key in annotations if key.startswith(OURS)]:
            del annotations[key]


def _forget_relations():
    """Drop the numbers of our objects' relations: Plone keeps them, and with them the objects."""
    numbers, relations = getUtility(IIntIds), getUtility(ICatalog)
    for reference in list(numbers.refs.values()):
        relation = reference.object
        if IRelationValue.providedBy(relation) and _is_ours(relation.from_object):
            relations.unindex(relation)
            numbers.unregister(relation)


def _is_ours(obj):
    return type(aq_base(obj)).__module__.startswith(OURS)


def _klass(fti):
    return getattr(fti, "klass", "") or ""


def _objects(portal):
    """Return the content of the site, each parent before its children."""
    below = "/".join(portal.getPhysicalPath())
    brains = portal.portal_catalog.unrestrictedSearchResults(path=below)
    for path in sorted(brain.getPath() for brain in brains):
        obj = portal.unrestrictedTraverse(path, None)
        if obj is not None and aq_base(obj) is not aq_base(portal):
            yield obj


def _state(workflows, obj):
    try:
        return workflows.getInfoFor(obj, "review_state", "")
    except WorkflowException:
        return ""


def _markers(obj):
    return [i for i in directlyProvidedBy(obj) if i.__module__.startswith(OURS)]


def _unmark(obj):
    for interface in _markers(obj):
        noLongerProvides(obj, interface)
    for name in ("partner", *KEPT):
        if name in vars(aq_base(obj)) and name != "__annotations__":
            delattr(aq_base(obj), name)


def _drop_unknown_view(obj, fti):
    """Let the type's own view show an object whose view Plone alone does not know."""
    if vars(aq_base(obj)).get("layout") in (None, *fti.getAvailableViewMethods(obj)):
        return
    if obj.hasProperty("layout"):
        obj.manage_delProperties(["layout"])
    else:
        del obj.layout


def _drop_unknown_types(obj, types):
    constrains = ISelectableConstrainTypes(obj, None)
    if constrains is None:
        return
    for name in ("locally_allowed_types", "immediately_addable_types"):
        stored = getattr(aq_base(obj), name, None)
        if stored:
            setattr(obj, name, [name for name in stored if name in types])


def _drop_unknown_roles(obj, roles):
    """Forget permissions of one object that are ours or name roles that are gone."""
    for name, value in list(vars(obj).items()):
        if not (name.startswith("_") and name.endswith("_Permission")):
            continue
        if name.startswith("_kommunalhub_") or not roles.issuperset(value):
            delattr(obj, name)
    given = getattr(obj, "__ac_local_roles__", None)
    if given:
        kept = {who: [role for role in held if role in roles] for who, held in given.items()}
        obj.__ac_local_roles__ = {who: held for who, held in kept.items() if held}
