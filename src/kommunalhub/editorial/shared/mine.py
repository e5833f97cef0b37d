"""What an administration has still to say in shared pages: a piece of Mein Hub for its editors."""

from functools import cached_property
from kommunalhub.core.browser.overview import Piece
from kommunalhub.editorial.shared import operations
from kommunalhub.editorial.shared import said
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partners_of


SHOWN = 5


class MyGaps(Piece):
    """Gaps to fill, and texts that have changed since; nothing where nothing is to do."""

    def is_shown(self):
        return bool(self.found)

    @cached_property
    def found(self):
        """Return [(Partner, brain, Todo)] of the administrations one writes for."""
        own = partners_of()
        fills = [one for one in operations.fillable() if one in own] if own else ()
        return [(get_partner(one), *found) for one in fills for found in operations.todos(one)]

    @property
    def total(self):
        return len(self.found)

    def items(self):
        """Return [{title, url, tags, partner}]; partner: where one writes for several."""
        several = len({partner.id for partner, _brain, _todo in self.found}) > 1
        return [
            {
                "title": brain.Title,
                "url": f"{brain.getURL()}/@@angaben?partner={partner.id}",
                "tags": said.tags(todo),
                "partner": partner.title if several else None,
            }
            for partner, brain, todo in self.found[:SHOWN]
        ]
