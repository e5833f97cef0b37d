"""The folder of the calendar, in which the hub itself enters events; partners do in their areas."""

from kommunalhub import _
from kommunalhub.core.sections import ensure_section
from kommunalhub.editorial.dates.interfaces import ICalendarSection
from Products.CMFCore.permissions import AddPortalContent


SECTION = "kalender"
EVENT, ADD_EVENT = "Event", "plone.app.contenttypes: Add Event"
ADDERS = ["HubManager", "Manager"]


def ensure_sections(portal):
    """Return the folder `kalender`, made if it is missing."""
    return ensure_section(
        portal,
        SECTION,
        _("section_calendar", default="Calendar"),
        _("section_calendar_about", default="What takes place when, of all offers."),
        ICalendarSection,
        layout="termine",
        addable=EVENT,
        adders=dict.fromkeys((AddPortalContent, ADD_EVENT), ADDERS),
    )
