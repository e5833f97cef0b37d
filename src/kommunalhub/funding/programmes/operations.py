"""The verbs of the library: give a programme its key, note that it was checked."""

from kommunalhub.core import asking
from kommunalhub.core import tools
from kommunalhub.funding.interfaces import IFundingProgramme
from kommunalhub.funding.interfaces.programme import IProgrammeKeys
from kommunalhub.funding.programmes.deadlines import today
from kommunalhub.funding.programmes.finding import TYPE
from plone.uuid.interfaces import IUUID
from zope.event import notify
from zope.interface import implementer
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


CHECKED = ("checked_on", "checked_by")


def settle(programme):
    """Give a new programme its key, and note who checked it."""
    if not programme.key:
        programme.key = programme.getId()
    if programme.checked_on is not None and not programme.checked_by:
        programme.checked_by = asking.userid()


def note_checker(programme):
    """Note who has changed the day of the last check."""
    programme.checked_by = asking.userid()


def check(programme):
    """Note that the terms were compared with the source today, by who asks; return the day.

    The same again on the same day changes nothing.
    """
    day, userid = today(), asking.userid()
    if (programme.checked_on, programme.checked_by) != (day, userid):
        programme.checked_on, programme.checked_by = day, userid
        notify(ObjectModifiedEvent(programme, Attributes(IFundingProgramme, *CHECKED)))
    return day


@implementer(IProgrammeKeys)
class Keys:
    """Asks the catalog without regard to who asks: a key one may not see is taken all the same."""

    def is_taken(self, key, thing):
        found = tools.catalog().unrestrictedSearchResults(portal_type=TYPE, funding_key=key)
        uid = IUUID(thing, None)
        return any(uid != brain.UID for brain in found)
