"""What is stored: fields come from the schema, behaviour from operations."""

from kommunalhub.approvals.case.names import numbered
from kommunalhub.partners.interfaces import IHasPartner
from kommunalhub.projects.interfaces import IProject
from plone.dexterity.content import Container
from zope.interface import implementer


@numbered
@implementer(IProject, IHasPartner)
class Project(Container):
    """A project with its documents; its book lies in an annotation."""
