"""What an offer of the hub brings with it, so that nothing else has to name it.

An offer is one folder (`funding/`, `materials/`, `coworking/`) and one named utility:

    class Funding(Offer):
        order = 10
        released = ("released", "granted")
        places = {DOORS: ("door-funding",)}

    <utility name="funding" factory=".offer.Funding" provides="kommunalhub.core.offers.IOffer" />

`site` and `search` read what is registered. What else an offer has is registered where it lives
already: types and workflows in its profile, processes, facets, search texts and jobs as utilities
and adapters, rules for keeping its pages in its ZCML. See docs/how-to/add-a-case-type.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from kommunalhub.core.asking import may
from kommunalhub.core.caching.viewing import view
from kommunalhub.core.reading import lasting
from pathlib import Path
from plone import api
from zope.component import getUtilitiesFor
from zope.component import queryMultiAdapter
from zope.i18nmessageid import Message
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface

import sys


# Where views of offers stand, from the top to the bottom of the pages.
HERO, DOORS, ASIDE, BELOW = "home-hero", "home-doors", "home-aside", "home-below"
MINE = "meinhub-aside"
#: What one comes for every morning: in the wide column, below what waits.
DAILY = "meinhub-daily"
#: What somebody has to do: with what waits for them, and nobody can hide it.
DUTY = "meinhub-duty"
#: Below „Meine Vorgänge“: what is no case and waits for somebody all the same.
CASES = "inbox-below"
#: Above every page, ours and Plone's; what stands there says so to core/caching/everywhere.py.
TOP = "page-top"
PLACES = (HERO, DOORS, ASIDE, BELOW, MINE, DAILY, DUTY, CASES, TOP)


class IOffer(Interface):
    """One offer of the hub; the utility is named like its folder."""

    order = Attribute("Number: offers stand from the smallest to the largest.")
    released = Attribute("Ids of states in which somebody has let its things pass.")
    service = Attribute("(title, text) for what the hub does, translatable; None for nothing.")
    rights = Attribute(
        "Path of rights.toml in its folder: who may what of it, and why; None without one. See"
        " security/rights/rules.py."
    )
    places = Attribute(
        "{place: names of views of the site}: each shows a piece of HTML, or nothing to some."
    )

    counts = Attribute("Counts: what an administration does here, in numbers, on its home.")

    def asks():
        """Return Asks: what people may ask for, as buttons of „Mein Hub“."""

    def shows(portal):
        """Return what decides its pieces for who asks and is not in the catalog: texts, numbers.

        A page that shows the pieces is not made anew while the catalog and this stay the same.
        """

    def changes():
        """Return a text that changes with what its pieces show to visitors by the clock alone.

        Asked for before each answer that is sent from memory, so it must cost next to nothing.
        """

    def build(portal):
        """Make the sections that are missing; what exists is left as it is."""

    def build_for(portal, partner_id):
        """Make what is missing of an administration's own."""

    def elsewhere(partner_ids):
        """Return {record: value} of settings that name places, for a hub of another town.

        partner_ids: of its administrations. What its file of answers says of them counts more.
        """

    def demo(stage):
        """Play what shows the offer at work, for looking around; yield lines that tell of it.

        stage: see site/demo/stage.py. What was played before is not played twice.
        """


@dataclass(frozen=True)
class Ask:
    """A button. view: the name of its page on the site; offered: whether this person may ask."""

    title: Message
    view: str
    offered: bool = True


@dataclass(frozen=True)
class Count:
    """A number on the home of an administration: how many of its things who asks may see.

    query: of the catalog; path: below the site, where they are, with `{partner}` for its id.
    """

    title: Message
    query: Mapping
    path: str


@implementer(IOffer)
class Offer:
    """What offers have in common: nothing, until one says otherwise."""

    order = 100
    released = ()
    service = None
    places = {}
    counts = ()

    @property
    def rights(self):
        beside = Path(sys.modules[type(self).__module__].__file__).with_name("rights.toml")
        return beside if beside.exists() else None

    def asks(self):
        return []

    def shows(self, portal):
        return ()

    def changes(self):
        return ""

    def build(self, portal):
        pass

    def build_for(self, portal, partner_id):
        pass

    def elsewhere(self, partner_ids):
        return {}

    def demo(self, stage):
        return ()


def offers():
    """Return the offers, in their order."""
    return sorted(
        (offer for _name, offer in getUtilitiesFor(IOffer)), key=lambda offer: offer.order
    )


def pieces_at(place, request):
    """Return the pieces of HTML that offers show at a place, in their order; only what there is."""
    return [piece for _name, piece in named_pieces_at(place, request)]


def named_pieces_at(place, request):
    """Return [(name of its view, piece)] of the same."""
    portal = api.portal.get()
    names = [name for offer in offers() for name in offer.places.get(place, ())]
    views = ((name, queryMultiAdapter((portal, request), name=name)) for name in names)
    return [(name, piece) for name, view in views if view is not None and (piece := view())]


@lasting(lambda path, permission: (path, permission, *view()))
def may_add(path, permission):
    """Return whether a button is shown to who asks for adding things to a section, by its path."""
    folder = api.portal.get().unrestrictedTraverse(path, None)
    return folder is not None and may(permission, folder)
