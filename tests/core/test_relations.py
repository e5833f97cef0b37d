"""Whatever is tied to something else keeps what the person who saves may not see."""

from kommunalhub.core.relations import KeptRelations
from kommunalhub.core.relations import SeenRelations
from kommunalhub.core.tools import tool
from kommunalhub.interfaces import IKommunalhubLayer
from people import As
from plone import api
from plone.dexterity.interfaces import IDexterityFTI
from plone.dexterity.utils import createContent
from plone.dexterity.utils import iterSchemataForType
from plone.restapi.interfaces import IFieldSerializer
from z3c.form.interfaces import IDataManager
from z3c.relationfield.interfaces import IRelationChoice
from z3c.relationfield.interfaces import IRelationList
from zope.component import getMultiAdapter
from zope.globalrequest import getRequest
from zope.interface import alsoProvides
from zope.schema import getFieldsInOrder

import pytest


WHO = "anna"


@pytest.fixture
def targets(integration):
    """Return (a page that anna may see, one that she may not)."""
    portal, made = integration["portal"], []
    alsoProvides(integration["request"], IKommunalhubLayer)
    with api.env.adopt_roles(["Manager"]):
        api.user.create(username=WHO, email=f"{WHO}@example.org", password="lauter leise Laternen")
        for name in ("offen", "verborgen"):
            page = api.content.create(portal, "Document", name, title=name.title())
            roles = ["Manager", "Member"] if name == "offen" else ["Manager"]
            page.manage_permission("View", roles)
            made.append(page)
    return made


def fields():
    """Yield (type, field) of all relations of all types of the site."""
    for fti in tool("portal_types").listTypeInfo():
        if IDexterityFTI.providedBy(fti):
            for schema in iterSchemataForType(fti.getId()):
                for _name, field in getFieldsInOrder(schema):
                    value_type = getattr(field, "value_type", None)
                    if IRelationList.providedBy(field) or any(
                        IRelationChoice.providedBy(one) for one in (field, value_type)
                    ):
                        yield fti.getId(), field


def content_of(portal_type):
    return api.portal.get() if portal_type == "Plone Site" else createContent(portal_type)


def titles(content, field):
    return [one.to_object.title for one in getattr(content, field.__name__)]


def test_what_is_not_seen_is_neither_told_nor_lost(targets):
    seen, unseen = targets
    found = list(fields())
    names = {f"{portal_type}.{field.__name__}" for portal_type, field in found}
    assert {"Project.cases", "Project.related", "FundingConsultation.programmes"} <= names
    for portal_type, field in found:
        assert IRelationList.providedBy(field), (portal_type, field.__name__)
        content = content_of(portal_type)
        manager = getMultiAdapter((content, field), IDataManager)
        assert type(manager) is KeptRelations, (portal_type, field.__name__)
        with api.env.adopt_roles(["Manager"]):
            manager.set([unseen, seen])
            assert manager.query() == [unseen, seen]
        with As(WHO):
            assert manager.query() == [seen]
            manager.set([seen])
            assert titles(content, field) == ["Offen", "Verborgen"]
            manager.set(None)
        assert titles(content, field) == ["Verborgen"]


def test_nothing_of_it_is_told_over_rest(targets):
    seen, unseen = targets
    for portal_type, field in fields():
        content = content_of(portal_type)
        with api.env.adopt_roles(["Manager"]):
            getMultiAdapter((content, field), IDataManager).set([unseen, seen])
        serializer = getMultiAdapter((field, content, getRequest()), IFieldSerializer)
        assert type(serializer) is SeenRelations, (portal_type, field.__name__)
        with As(WHO):
            assert [one["title"] for one in serializer()] == ["Offen"]
