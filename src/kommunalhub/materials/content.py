"""What is stored: fields come from the schema, behaviour from operations."""

from kommunalhub.approvals.case.names import numbered
from kommunalhub.materials.interfaces import IWorkshopMaterial
from plone.dexterity.content import Item
from zope.interface import implementer


@numbered
@implementer(IWorkshopMaterial)
class WorkshopMaterial(Item):
    """A training material."""

    #: Whether this is a revision that has taken the place of its original and is deleted.
    is_taken_over = False

    # The workflow tool reindexes what it has just moved, and would list a deleted revision anew.

    def reindexObject(self, *args, **kwargs):
        if not self.is_taken_over:
            super().reindexObject(*args, **kwargs)

    def reindexObjectSecurity(self, *args, **kwargs):
        if not self.is_taken_over:
            super().reindexObjectSecurity(*args, **kwargs)
