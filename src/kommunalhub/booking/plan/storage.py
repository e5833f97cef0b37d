"""The plan of a folder, kept with it: drawing and places."""

from BTrees.OOBTree import OOBTree
from dataclasses import astuple
from kommunalhub.booking.plan.rules import Place
from kommunalhub.core.ensuring import ensured_on
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.booking.plan"


class Plan(Persistent):
    """drawing: NamedBlobFile, None without; text: what it shows, for who does not see it.

    width, height: of the drawing in its own units. digest: tells one drawing from another.
    """

    drawing = None
    text = ""
    digest = ""
    width = height = 0

    def __init__(self):
        self.kept = OOBTree()  # UID of a space: fields of its Place

    @property
    def places(self):
        """{UID: Place} of all spaces that somebody has placed."""
        return {uid: Place(*fields) for uid, fields in self.kept.items()}

    def put(self, uid, place):
        if self.kept.get(uid) != astuple(place):
            self.kept[uid] = astuple(place)

    def take_off(self, uid):
        self.kept.pop(uid, None)


def plan_of(folder):
    """Return the Plan of a folder of spaces, or None while nobody has made one."""
    return IAnnotations(folder).get(KEY)


def ensured_plan_of(folder):
    return ensured_on(folder, KEY, Plan)
