"""What is stored of an experience note besides its fields."""

from kommunalhub.funding.lessons.notes.interfaces import IFundingLesson
from plone.dexterity.content import Item
from zope.interface import implementer


@implementer(IFundingLesson)
class FundingLesson(Item):
    """An experience note.

    case_uid: the case that it was made from, for who may see that case; author: who wrote it, while
    nobody shall know it from the note (see subscribers.py).
    """

    case_uid = None
    author = None
