"""Where saved searches are kept: an annotation of the site, an object for each person."""

from BTrees.OOBTree import OOBTree
from kommunalhub.core.ensuring import ensured_in
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.search.saved import rules
from persistent import Persistent
from urllib.parse import urlencode
from zope.annotation.interfaces import IAnnotations

import secrets


KEY = "kommunalhub.search.saved"


class Saved(Persistent):
    """One search. chosen: {facet: (values)}; told, new: uids; looked: when, aware, UTC.

    passages: {uid: (version of its text, marks of what its passages say)} of long texts told of.
    """

    is_paused = False
    passages = {}

    def __init__(self, title, text, chosen, sort, now):
        self.id = secrets.token_hex(6)
        self.title = title
        self.text = text
        self.chosen = {name: tuple(values) for name, values in sorted(chosen.items()) if values}
        self.sort = sort
        self.created = self.looked = now
        self.told = ()
        self.new = ()

    @property
    def asks(self):
        """What is asked for, to tell whether two searches are the same."""
        return self.text, self.chosen

    @property
    def address(self):
        """The query of the address that shows its hits."""
        pairs = [("q", self.text)]
        pairs += [(name, value) for name, values in self.chosen.items() for value in values]
        return urlencode([*pairs, ("sort", self.sort)] if self.sort else pairs)

    def add_new(self, uids):
        self.new = (*uids, *self.new)[: rules.MOST_NEW]


class Searches(Persistent):
    """The searches of a person by id; counter: of the catalog at the last look, `looked`."""

    counter = None
    looked = None

    def __init__(self):
        self.items = OOBTree()


def searches_of(portal, userid):
    """Return [Saved] of a person, by title; reads only."""
    people = IAnnotations(portal).get(KEY)
    found = people.get(userid) if people is not None else None
    if found is None:
        return []
    return sorted(found.items.values(), key=lambda saved: (saved.title.casefold(), saved.id))


def ensure_searches(portal, userid):
    return ensured_in(ensured_on(portal, KEY, OOBTree), userid, Searches)


def people_of(portal):
    """Return {user id: Searches}."""
    people = IAnnotations(portal).get(KEY)
    return {} if people is None else people
