"""Positions by a task, a name or an administration: one query of the catalog, nothing is woken.

What answers a question is found by the search of the hub, so that „Wohngeld“ finds „Wohngeld
beantragen“ and plurals and compounds are no matter; whom a name belongs to that only those who work
in the administrations may know is looked up beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from functools import cached_property
from functools import partial
from kommunalhub.core import asking
from kommunalhub.core.formatting import sort_key
from kommunalhub.core.private.catalog import brain_at
from kommunalhub.core.private.catalog import columns_of
from kommunalhub.core.private.catalog import indexes_of
from kommunalhub.core.private.catalog import rids_of
from kommunalhub.core.tools import catalog
from kommunalhub.editorial.people import rules
from kommunalhub.editorial.people import workflow
from kommunalhub.editorial.people.holders import Holder
from kommunalhub.editorial.people.holders import holders
from kommunalhub.editorial.people.holders import NOBODY
from kommunalhub.partners.membership import partners_of
from kommunalhub.partners.titles import short_title_of
from kommunalhub.search.analysis.query import parse
from kommunalhub.search.interfaces import INDEX
from kommunalhub.search.interfaces import ISearchEngine
from kommunalhub.search.marking import Marker
from operator import itemgetter
from zope.component import getUtility


#: Parameters of pages and services.
FILTERS = ("partner", "unit")
LONGEST = 120
#: So many answers are looked at word by word; the others follow in the order of the search.
LOOKED_AT = 120


@dataclass(frozen=True)
class Listed:
    """A position as lists know it. person: its Holder, NOBODY where who asks may not know."""

    rid: int
    uid: str
    title: str
    partner: str
    state: str
    facts: dict
    person: Holder

    @property
    def unit(self):
        return self.facts["unit"]

    @property
    def is_head(self):
        return self.facts["is_head"]

    @property
    def tasks(self):
        return self.facts["tasks"]

    @cached_property
    def brain(self):
        return brain_at(catalog())(self.rid)

    @property
    def url(self):
        return self.brain.getURL()


def chosen_in(form):
    """Return {filter: value} and q of what is in a form or an address."""
    texts = {name: form.get(name) for name in ("q", *FILTERS)}
    return {
        name: " ".join(text.split())
        for name, text in texts.items()
        if isinstance(text, str) and text.strip() and len(text) <= LONGEST
    }


def works_here():
    """Return whether who asks works in one of the administrations or for the hub."""
    return not {"Staff", "Manager"}.isdisjoint(asking.roles())


class Positions:
    """All positions that who asks may see."""

    def __init__(self):
        self.columns = columns_of(
            catalog(), "UID", "Title", "partner", "review_state", "position_facts"
        )
        self.holders, self.works_here = holders(), works_here()

    @cached_property
    def rids(self):
        return rids_of(catalog()(portal_type=workflow.TYPE))

    @cached_property
    def records(self):
        """[(record id, UID, title, partner, state, facts)] of all of them."""
        return [(rid, *self.columns(rid)) for rid in self.rids]

    def listed(self, rid):
        uid, title, partner, state, facts = self.columns(rid)
        tells = rules.tells_name(state, self.works_here)
        person = self.holders.holder(uid) if tells else NOBODY
        return Listed(rid, uid, title, partner or "", state, facts or EMPTY, person)

    @property
    def all(self):
        """All of them as Listed, see `chosen`."""
        return self.chosen({})

    def chosen(self, filters, highest_first=False):
        """Return those that fit some FILTERS as Listed, made when somebody looks at them.

        One's own administration comes first, in each its units by name, the head of each before the
        others, then titles; highest_first: the units that no other stands above come before those.
        """
        own, folded = partners_of(), cache(sort_key)
        partner_key = cache(lambda one: (one not in own, sort_key(short_title_of(one))))
        fits, found = fitting(filters), []
        for rid, _uid, title, partner, _state, facts in self.records:
            partner, facts = partner or "", facts or EMPTY
            unit, follows = facts["unit"], not facts["is_head"]
            if fits(partner, unit):
                height = (unit.count(rules.BELOW), follows) if highest_first else ()
                key = (height, partner_key(partner), folded(unit), follows, sort_key(title))
                found.append((key, rid))
        found.sort(key=itemgetter(0))
        return Ranked((), [rid for _key, rid in found], self.listed)

    @cached_property
    def titles(self):
        """{UID: title} of all of them."""
        return {uid: title for _rid, uid, title, *_rest in self.records}

    def fitting(self, filters, rids):
        """Return which of some record ids fit some FILTERS, in their order."""
        fits, told = fitting(filters), ((rid, *self.columns(rid)) for rid in rids)
        return [
            rid
            for rid, _uid, _title, partner, _state, facts in told
            if fits(partner or "", (facts or EMPTY)["unit"])
        ]

    def partners(self):
        """Return the ids of the administrations that there is a position of, by name."""
        found = {partner for _rid, _uid, _title, partner, *_rest in self.records} - {None, ""}
        return sorted(found, key=lambda one: sort_key(short_title_of(one)))


EMPTY = {
    **dict.fromkeys(("unit", "room", "phone", "email", "hours"), ""),
    "tasks": (),
    "is_head": False,
}


@dataclass(frozen=True)
class Fitting:
    """What there is for a question: Listed, best first, and the Marker of what was asked for."""

    positions: Sequence
    marker: object = None

    def tasks_of(self, one):
        """Return the tasks of a position, those that were asked for first, as pieces.

        [[(text, whether it was asked for)]]; and how many of them were asked for.
        """
        pieces = [[(task, False)] for task in one.tasks]
        if self.marker is None:
            return pieces, 0
        marked = [self.marker.marked(task) for task in one.tasks]
        weights = [sum(hit for _text, hit in task) for task in marked]
        order = sorted(range(len(marked)), key=lambda place: -weights[place])
        return [marked[place] for place in order], sum(1 for weight in weights if weight)


def found(chosen, positions=None):
    """Return what is Fitting of what was chosen, see chosen_in."""
    positions = positions or Positions()
    question = chosen.get("q")
    if not question:
        return Fitting(positions.chosen(chosen))
    query = parse(rules.telling(question))
    if not query.asks:
        return Fitting(())
    index, engine = indexes_of(catalog())[INDEX], getUtility(ISearchEngine)
    ranked = [rid for _score, rid in index.search(query, set(positions.rids)).ranked]
    marker = Marker(engine.analyser(index), query)
    by_name = named(positions, query) if positions.works_here else []
    rids = list(dict.fromkeys([*by_name, *ranked]))
    if not chosen.keys().isdisjoint(FILTERS):
        rids = positions.fitting(chosen, rids)
    return Fitting(best_of(rids, marker, positions.listed), marker)


def fitting(filters):
    """Return the function that says of a partner and a unit whether they fit some FILTERS."""
    partner, above = filters.get("partner"), rules.steps_of(filters.get("unit"))
    is_below = cache(lambda unit: rules.steps_of(unit)[: len(above)] == above)
    return lambda one, unit: partner in (None, one) and is_below(unit)


def named(positions, query):
    """Return the record ids of positions whose holder has a name that begins as was typed.

    Only of those whose name the search does not know: see `indexers.words_of`.
    """
    words, name_of = [word.casefold() for word in query.words], positions.holders.name_of
    return [
        rid
        for rid, uid, _title, _partner, state, _facts in positions.records
        if words and state == workflow.NAMELESS and _has_names(name_of(uid), words)
    ]


def _has_names(name, words):
    name = name.casefold()
    if words[0] not in name:  # nearly all: they need not be taken apart
        return False
    parts = name.replace("-", " ").split()
    return all(any(part.startswith(word) for part in parts) for word in words)


def best_of(rids, marker, listed):
    """Return those that say most of what was asked for; one task that says all of it goes first.

    rids: in the order of the search. listed: makes a Listed of one.
    """
    rated, said_in = [], cache(partial(asked_in, marker))
    for place, one in enumerate(map(listed, rids[:LOOKED_AT])):
        lines = [one.title, one.person.name, *rules.steps_of(one.unit), *one.tasks]
        said = [said_in(line) for line in lines]
        covered = len(frozenset().union(*said))
        rated.append((covered, max(map(len, said), default=0), place, one))
    most = max((covered for covered, *_rest in rated), default=0)
    kept = [rate for rate in rated if rate[0] == most or not most]
    kept.sort(key=lambda rate: (-rate[1], rate[2]))
    # where all that was looked at says as much, so may the rest
    rest = rids[LOOKED_AT:] if len(kept) == len(rated) else []
    return Ranked([one for *_rates, one in kept], rest, listed)


class Ranked(Sequence):
    """Listed, best first; those that follow are made when somebody looks at them."""

    def __init__(self, first, rest, listed):
        self.first, self.rest, self.listed = first, rest, listed

    def __len__(self):
        return len(self.first) + len(self.rest)

    def __getitem__(self, at):
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        later = at - len(self.first)
        return self.first[at] if later < 0 else self.listed(self.rest[later])


def asked_in(marker, line):
    """Return the places of the words asked for that a line says."""
    tokens = marker.tokens(line) if line else ()
    return frozenset(place for *_at, matches in tokens for place, best, _parts in matches if best)
