"""The home page: what the hub does for visitors, Mein Hub for everybody who is signed in."""

from functools import cached_property
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.badges import badge_of_brain
from kommunalhub.core.browser.overview import Overview
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.offers import offers
from kommunalhub.core.offers import pieces_at
from kommunalhub.core.offers import PLACES
from plone import api
from Products.Five import BrowserView


NEWS = 3


class Start(BrowserView):
    """The site's default page: one of two, depending on who asks."""

    def __call__(self):
        return self.page()

    @cached_property
    def page(self):
        name = "hub-home" if asking.is_anonymous() else "mein-hub"
        return api.content.get_view(name, self.context, self.request)

    def fingerprint(self):
        return self.page.fingerprint()


class HubPage(FromCatalog, Overview):
    """What both home pages show."""

    def pieces(self, place):
        """Return the pieces of HTML of the offers for a place of core/offers.py."""
        assert place in PLACES, place
        return pieces_at(place, self.request)

    def news(self):
        return [
            {
                "title": brain.Title,
                "url": brain.getURL(),
                "text": brain.Description,
                "day": published_on(brain),
                "badge": badge_of_brain(brain),
            }
            for brain in self.find(
                NEWS, portal_type="News Item", sort_on="effective", sort_order="descending"
            )
        ]


class Home(HubPage):
    """What the hub does and the doors that lead to it."""

    def services(self):
        """Return [(title, text)] of what the offers do."""
        return [offer.service for offer in offers() if offer.service]


def published_on(brain):
    """Return when a page was published (or made, if it never was) as people read it."""
    when = brain.effective if brain.effective.year() > 1969 else brain.created
    return formatting.day(when.asdatetime())
