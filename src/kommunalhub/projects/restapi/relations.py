"""What a project is tied to, as far as who asks may see it."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.projects.interfaces import IProject
from plone.restapi.interfaces import IFieldSerializer
from plone.restapi.serializer.relationfield import RelationListFieldSerializer
from z3c.relationfield.interfaces import IRelationList
from zope.component import adapter
from zope.interface import implementer
from zope.security import checkPermission


@implementer(IFieldSerializer)
@adapter(IRelationList, IProject, IKommunalhubLayer)
class SeenRelations(RelationListFieldSerializer):
    """Partners are told of no case of others, not even its title."""

    def get_value(self, default=None):
        found = super().get_value(default) or []
        return [one for one in found if checkPermission("zope2.View", one.to_object)]
