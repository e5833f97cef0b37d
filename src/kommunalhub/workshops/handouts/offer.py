"""What the workshops of the demo hand out; played once there are materials."""

from kommunalhub.core.handouts import MARKER
from kommunalhub.core.offers import Offer
from kommunalhub.core.tools import catalog
from kommunalhub.core.tools import site
from kommunalhub.workshops import workflow
from kommunalhub.workshops.handouts import operations
from kommunalhub.workshops.handouts import rules
from kommunalhub.workshops.handouts.storage import pairs_of


#: Title of a workshop, title of a material, for whom and from when on.
DEMO = (
    (
        "KI-Werkzeuge im Büro: was geht, was nicht",
        "KI-Werkzeuge: Übungen zum Mitmachen",
        rules.TAKING_PART,
    ),
    ("Vergabe Schritt für Schritt", "Der Vergabevermerk in zehn Folien", rules.AFTER),
)


class Handouts(Offer):
    """No service of its own: it follows workshops (15) and materials (20)."""

    order = 26

    def demo(self, stage):
        count = 0
        for workshop, material, when in DEMO:
            found = one(portal_type=workflow.TYPE, Title=workshop)
            given = one(object_provides=MARKER, Title=material)
            if None in (found, given) or pairs_of(site(), found.UID):
                continue
            operations.hand_out(found._unrestrictedGetObject(), {given.UID: when})
            count += 1
        yield f"{count} Unterlagen ausgeteilt"


def one(Title, **query):
    """Return the brain of the thing with this title, or None."""
    brains = catalog().unrestrictedSearchResults(**query)
    return next((brain for brain in brains if brain.Title == Title), None)
