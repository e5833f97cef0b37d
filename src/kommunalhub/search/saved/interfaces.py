"""What others hear of saved searches."""

from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface


class INewHits(Interface):
    """A saved search of a person has hits that it did not have before."""

    userid = Attribute("Whose search it is.")
    saved = Attribute("The storage.Saved.")
    uids = Attribute("The new hits, newest first; the person may see each of them now.")
    where = Attribute(
        "{uid: (unit, numbers)} of those whose file says it on pages, slides, … that were not told"
        " of: what a new version has brought, or the places of a file that is new itself."
    )


@implementer(INewHits)
class NewHits:
    def __init__(self, userid, saved, uids, where=None):
        self.userid = userid
        self.saved = saved
        self.uids = uids
        self.where = where or {}
