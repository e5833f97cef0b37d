"""What the demo of an offer acts on: see `demo` of core/offers.py."""

from kommunalhub.site.demo import story
from kommunalhub.site.demo import tables
from kommunalhub.site.demo.record import Record

import tomllib


class Stage:
    """A site, its days and who has played what. `calendar`: of clock.py; `record`: of record.py.

    enter(container, portal_type, by, moment, fields): add something as somebody at a moment.
    play(obj, steps, calendar, apply): take the steps of a case.
    publish(obj, act, by, moment): release something that is no case.
    check(portal_type, obj): raise what the form would have shown.
    backdate_creation(obj, moment): let something say that it was made then.
    backdate_step(obj, moment): let a step say that it was then.
    backdate_change(obj, moment): let something say that it was last changed then.
    as_person(userid, moment): a context in which somebody acts at a moment.
    """

    enter = staticmethod(story.enter)
    play = staticmethod(story.play)
    publish = staticmethod(story.publish)
    check = staticmethod(story.check)
    backdate_creation = staticmethod(story.backdate_creation)
    backdate_step = staticmethod(story.backdate_step)
    backdate_change = staticmethod(story.backdate_change)
    as_person = staticmethod(story.as_person)

    def __init__(self, portal, calendar):
        self.portal = portal
        self.calendar = calendar
        self.record = Record(portal)

    def section(self, path):
        """Return a folder of the site by its path."""
        return self.portal.unrestrictedTraverse(path)

    def missing(self, kind, entries):
        """Yield (place, entry) of those entries that were not played yet."""
        for place, entry in enumerate(entries):
            if not self.record.has(kind, entry["id"]):
                yield place, entry

    @staticmethod
    def table(path):
        """Return the tables of a .toml file as {table: list of dicts}."""
        with open(path, "rb") as source:
            return tomllib.load(source)

    @staticmethod
    def file(name):
        """Return what is in a file that comes with the demo, see making/."""
        return (tables.FILES / name).read_bytes()
