"""Where profiles are kept: an annotation of the site, an object for each profile."""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.core.tools import site
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.funding.radar"


class Profile(Persistent):
    """What somebody looks for. partner: id of the administration, empty for one of a person.

    userid: who made it. known: {uid: mark} of what they were told of or saw; news: {uid: what
    changed} of what was told last. counter: of the catalog at the last look.
    """

    is_paused = False
    counter = looked = catalogue = None

    def __init__(self, number, partner, userid, now):
        self.number = number
        self.partner = partner
        self.userid = userid
        self.created = now
        self.title = ""
        self.topics = self.applicant = self.areas = ()
        self.cost_from = self.cost_to = None
        self.known = {}
        self.news = {}
        self.joined = self.left = frozenset()

    @property
    def owner(self):
        """Whose it is, to count how many somebody has."""
        return self.partner or f"person:{self.userid}"


class Radar(Persistent):
    """profiles: {number: Profile}; told: {user id: {uid: mark}} of what a person was told of."""

    last = 0

    def __init__(self):
        self.profiles = IOBTree()
        self.told = OOBTree()

    def told_to(self, userid):
        if userid not in self.told:
            self.told[userid] = OOBTree()
        return self.told[userid]


def radar_of(portal=None):
    """Return the Radar of the site; an empty one, not kept, where there is none yet."""
    found = IAnnotations(portal or site()).get(KEY)
    return found if found is not None else Radar()


def ensured_radar(portal=None):
    return ensured_on(portal or site(), KEY, Radar)
