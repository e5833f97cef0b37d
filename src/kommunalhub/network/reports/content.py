"""What is stored of a report of experience."""

from kommunalhub.network.reports.interfaces import IExperienceReport
from plone.dexterity.content import Item
from zope.interface import implementer


@implementer(IExperienceReport)
class ExperienceReport(Item):
    """A report. source: UID of what it came from, "" where it was written by itself."""

    source = ""
