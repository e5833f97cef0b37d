"""Where it is kept: an annotation of the site, an object for each person, a list for each area."""

from BTrees.OOBTree import OOBTree
from kommunalhub.core.blocks import Arrangement
from kommunalhub.core.blocks import USUAL
from kommunalhub.core.ensuring import ensured_in
from kommunalhub.core.ensuring import ensured_on
from kommunalhub.site.mine import rules
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import getSite


#: {user id: Mine}, and {partner id: tuple of rules.Link as plain tuples}.
PEOPLE, STEPS = "kommunalhub.site.mine", "kommunalhub.site.first_day"


class Mine(Persistent):
    """Of a person. blocks: {column: (order, hidden)}; links: plain Links; ticked: ids of steps."""

    links = ()
    ticked = ()

    def __init__(self):
        self.blocks = {}


#: What holds for who has chosen nothing; never stored.
NOTHING = Mine()


def mine_of(userid):
    """Return what a person has chosen; reads only."""
    return IAnnotations(getSite()).get(PEOPLE, {}).get(userid, NOTHING)


def ensure_mine(userid):
    return ensured_in(ensured_on(getSite(), PEOPLE, OOBTree), userid, Mine)


def forget(userid):
    people = IAnnotations(getSite()).get(PEOPLE)
    if people is not None:
        people.pop(userid, None)


def arrangement_of(userid, column):
    order, hidden = mine_of(userid).blocks.get(column, ((), ()))
    return Arrangement(order, frozenset(hidden)) if order or hidden else USUAL


def arrange(userid, column, arrangement):
    mine, kept = ensure_mine(userid), rules.clean(arrangement)
    mine.blocks = {**mine.blocks, column: (kept.order, tuple(sorted(kept.hidden)))}


def links_of(userid):
    return [rules.Link(*values) for values in mine_of(userid).links]


def steps_of(partner):
    """Return the Links of an area's list of the first day, None where nobody has written one."""
    found = IAnnotations(getSite()).get(STEPS, {}).get(partner)
    return None if found is None else [rules.Link(*values) for values in found]


def set_steps(partner, steps):
    ensured_on(getSite(), STEPS, OOBTree)[partner] = tuple(
        (step.id, step.title, step.address) for step in steps
    )
