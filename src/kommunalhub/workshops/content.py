"""What is stored: fields come from the schema, behaviour from operations."""

from kommunalhub.approvals.case.names import numbered
from kommunalhub.workshops.interfaces import IWorkshop
from plone.dexterity.content import Item
from zope.interface import implementer


@numbered
@implementer(IWorkshop)
class Workshop(Item):
    """A workshop; who registered for it stands in its book (storage.py)."""

    #: How often its dates or places have changed: calendars take the highest for the truth.
    sequence = 0
    #: What those who register are asked, as questions.plain keeps it; written by course.ask.
    questions = ()
