"""Relations to what not everybody may see: unseen ones are neither told nor lost.

Forms and clients read and write relations through data managers. For who may not see a target it is
as if it was not there, in a pick list and over REST; what they then save is what they could choose
from, so that the rest stays.
"""

from kommunalhub.core import asking
from kommunalhub.interfaces import IKommunalhubLayer
from plone.app.relationfield.widget import RelationListDataManager
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.interfaces import IFieldSerializer
from plone.restapi.serializer.relationfield import RelationListFieldSerializer
from z3c.form.interfaces import IDataManager
from z3c.relationfield.interfaces import IRelationList
from zope.component import adapter
from zope.interface import implementer


VIEW = "View"


@implementer(IDataManager)
@adapter(IDexterityContent, IRelationList)
class KeptRelations(RelationListDataManager):
    """Reads the targets that who asks may see; keeps the others when they write."""

    def get(self):
        return [one for one in super().get() if asking.may(VIEW, one)]

    def set(self, value):
        unseen = [one for one in super().get() if not asking.may(VIEW, one)]
        chosen = [one for one in value or () if one not in unseen]
        super().set([*chosen, *unseen])


@implementer(IFieldSerializer)
@adapter(IRelationList, IDexterityContent, IKommunalhubLayer)
class SeenRelations(RelationListFieldSerializer):
    """Nobody is told of what they may not see, not even its title."""

    def get_value(self, default=None):
        found = super().get_value(default) or []
        return [one for one in found if asking.may(VIEW, one.to_object)]
