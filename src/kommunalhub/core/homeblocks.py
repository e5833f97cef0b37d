"""Blocks of an administration's home: what a kind of them is, for whoever brings one.

A kind is one class, registered by its name; editors put it in order with the others, give it
another heading or hide it, and nothing else has to name it:

    class People(Block):
        title = _("block_people", default="Who does what?")
        order = 40
        template = ViewPageTemplateFile("templates/people.pt")

    <utility name="people" component=".block.People"
             provides="kommunalhub.core.homeblocks.IBlock" />

`editorial/areas` makes the pages. Its reader may be nobody in particular: a block asks the catalog
as they do, and `is_internal` says that it never leaves the part for colleagues.
"""

from kommunalhub.core import asking
from kommunalhub.core.browser.overview import Overview
from zope.component import getUtilitiesFor
from zope.interface import Attribute
from zope.interface import Interface


# Where blocks stand; each kind in one of them, in the order the editors give.
TOP, MAIN, SIDE = "top", "main", "side"
COLUMNS = (TOP, MAIN, SIDE)
#: Who reads what is for colleagues: the people of the administrations and of the hub.
COLLEAGUES = frozenset({"Staff", "HubManager", "Manager", "Site Administrator"})
#: Rows that a block shows at most.
MOST_ROWS = 12


class IBlock(Interface):
    """Named utility: a class of blocks. Calling it with area, request, Placed makes one."""

    title = Attribute("What it is called, and its heading unless editors give it another.")
    about = Attribute("One sentence for editors: what it shows.")
    column = Attribute("TOP, MAIN or SIDE.")
    order = Attribute("Number: kinds stand from the smallest to the largest at first.")
    is_shown = Attribute("Whether it is shown before anybody has decided.")
    is_internal = Attribute("Whether it is for colleagues alone, whatever editors decide.")
    has_heading = Attribute("Whether editors may give it another heading.")
    rows = Attribute("How many rows it shows at first, None where it has no such setting.")


class Block(Overview):
    """What kinds have in common; a kind sets `title` and `template` and finds its rows."""

    title = about = None
    column = MAIN
    order = 50
    is_shown = True
    is_internal = False
    has_heading = True
    rows = None
    template = None

    def __init__(self, area, request, placed):
        super().__init__(area, request)
        self.placed = placed

    def __call__(self):
        """Return its HTML, "" where there is nothing to show to who asks."""
        return self.template() if self.is_there() else ""

    def is_there(self):
        return True

    def data(self):
        """Return what it shows as plain values, for the REST service."""
        return None

    def shows(self):
        """Return what decides how it looks and is not in the catalog: texts, numbers."""
        return ()

    @property
    def heading(self):
        return self.placed.title or self.title

    @property
    def heading_id(self):
        return f"block-{self.placed.kind}"

    @property
    def limit(self):
        return self.placed.rows or self.rows

    @property
    def internal(self):
        """Whether it is for colleagues alone, and says so."""
        return self.placed.internal or self.is_internal

    @property
    def path(self):
        return "/".join(self.context.getPhysicalPath())


def kinds():
    """Return {name: class} of the kinds there are, in their order."""
    found = [(kind.order, name, kind) for name, kind in getUtilitiesFor(IBlock)]
    return {name: kind for _order, name, kind in sorted(found, key=lambda one: one[:2])}


def is_colleague():
    """Return whether who asks reads what is for colleagues."""
    return not COLLEAGUES.isdisjoint(asking.roles())
