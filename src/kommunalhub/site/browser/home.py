"""The home page: what the hub does for visitors, Mein Hub for everybody who is signed in."""

from functools import cached_property
from kommunalhub.core import asking
from kommunalhub.core import brand
from kommunalhub.core.browser.overview import Overview
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.offers import offers
from kommunalhub.core.offers import pieces_at
from kommunalhub.core.offers import PLACES
from plone import api
from Products.Five import BrowserView


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

    def public_fingerprint(self):
        return self.page.public_fingerprint()


class HubPage(FromCatalog, Overview):
    """What both home pages show."""

    def also_shows(self):
        """Return what pieces show that is not in the catalog: see FromCatalog."""
        portal = api.portal.get()
        return [offer.shows(portal) for offer in offers()]

    def public_fingerprint(self):
        """Return what pieces show that changes by the clock, for pages that are kept."""
        return ".".join(text for offer in offers() if (text := offer.changes()))

    def pieces(self, place):
        """Return the pieces of HTML of the offers for a place of core/offers.py."""
        assert place in PLACES, place
        return pieces_at(place, self.request)


class Home(HubPage):
    """What the hub does and the doors that lead to it."""

    def region(self):
        """Return for whom the hub is there."""
        return brand.read("region") or brand.read("place")

    def services(self):
        """Return [(title, text)] of what the offers do."""
        return [offer.service for offer in offers() if offer.service]
