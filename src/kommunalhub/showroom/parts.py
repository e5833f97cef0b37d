"""What parts of an exhibit's page have in common, and which ones an exhibit has."""

from kommunalhub.showroom.interfaces import IExhibitPart
from zope.component import getAdapters
from zope.interface import implementer


@implementer(IExhibitPart)
class ExhibitPart:
    """A part that has said nothing yet; a subclass has `render` at least."""

    order = 50
    pictured = False

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def shown(self):
        return True

    def render(self):
        return ""

    def brief(self):
        return self.render()

    def structured(self):
        return {}

    def sources(self):
        return ()

    def changes(self):
        return ""


def parts_of(exhibit, request):
    """Return the parts that an exhibit has something to show for, in their order."""
    found = getAdapters((exhibit, request), IExhibitPart)
    parts = sorted(found, key=lambda pair: (pair[1].order, pair[0]))
    return [part for _name, part in parts if part.shown()]
