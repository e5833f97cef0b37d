"""Where applications are kept: one Funding object in an annotation of the case.

Whoever writes bumps `changes` of the Funding and of the application: of two at once one is tried
again, so that what must hold across all applications of a case is judged on what is there.
"""

from BTrees.IOBTree import IOBTree
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.funding.applications import rules
from kommunalhub.funding.applications.interfaces import IApplication
from persistent import Persistent
from types import MappingProxyType
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


KEY = "kommunalhub.funding.applications"
NO_EARLY_START = {
    "state": "none",
    "asked_on": None,
    "decided_on": None,
    "valid_until": None,
}


@implementer(IApplication)
class Application(Persistent):
    """One application to one funder. Dicts and tuples are replaced as a whole, never changed.

    programme: UID, or None for one that is in no catalogue; undertaking: number of the one that
    gets De-minimis aid by it; path: ({state, day, by, name,
    comment}, ...); early_log: the same for the early start; orders: {number: dict}; pending: those
    that are too early and wait for a second person.
    """

    changes = 0
    programme = None
    programme_title = ""
    kind = "first"
    state = rules.SKETCH
    amount = None
    filed_on = None
    clearance_until = None
    reference = ""
    undertaking = None
    path = ()
    early_start = NO_EARLY_START
    early_log = ()
    checklist = ()
    notices = ()
    pending = MappingProxyType({})

    def __init__(self, number, **facts):
        self.number = number
        self.orders = IOBTree()
        self.__dict__.update(facts)
        self._p_changed = True


class Funding(Persistent):
    """All of one case. plans: {version: dict}; applications: {number: Application}."""

    changes = 0
    last_order = 0

    def __init__(self):
        self.applications = IOBTree()
        self.plans = IOBTree()

    def orders(self):
        """Return [(application, order)] of all applications, by day."""
        found = [
            (application, order)
            for application in self.applications.values()
            for order in application.orders.values()
        ]
        return sorted(found, key=lambda pair: (pair[1]["day"], pair[1]["number"]))

    def plan(self):
        """Return the newest version of the plan, or None."""
        return self.plans[self.plans.maxKey()] if self.plans else None


def funding_of(case):
    """Return the Funding of a case; an empty one, not kept, where nothing was entered yet."""
    found = IAnnotations(case).get(KEY)
    return found if found is not None else Funding()


def ensured_funding(case):
    """Return the Funding of a case, made if it is missing."""
    return ensured_on(case, KEY, Funding)


def application_of(case, number):
    """Return an application of a case by its number; raises KeyError."""
    return funding_of(case).applications[number]
