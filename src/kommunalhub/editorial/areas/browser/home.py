"""The home of an administration: its blocks, where its editors have put them."""

from functools import cached_property
from kommunalhub.core import homeblocks as known
from kommunalhub.core.badges import badge_of
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.editorial.areas import crests
from kommunalhub.editorial.areas import operations
from kommunalhub.editorial.areas import pictures
from kommunalhub.editorial.areas.reading import shown_blocks
from kommunalhub.editorial.areas.storage import area_of
from plone import api
from Products.Five import BrowserView


class AreaHome(FromCatalog, BrowserView):
    """The page; whether the office is open now is part of its validator, for everybody."""

    @cached_property
    def area(self):
        return area_of(self.context)

    @cached_property
    def partner(self):
        return operations.partner_of_area(self.context)

    @property
    def title(self):
        return self.partner.title if self.partner else self.context.Title()

    def badge(self):
        """Return what says that the area is not released, or None."""
        return badge_of(self.context.portal_type, api.content.get_state(self.context, ""))

    def crest_picture(self):
        return pictures.shown(self.context, "crest")

    def crest(self):
        """Return the drawn crest as SVG; it is made of known shapes only."""
        return crests.drawn(self.area.sign, self.partner.colour if self.partner else "")

    @cached_property
    def blocks(self):
        return shown_blocks(self.context, self.request)

    def columns(self):
        """Return {column: [HTML of its blocks]}, without those that show nothing."""
        return {
            column: [html for block in self.blocks if block.column == column and (html := block())]
            for column in known.COLUMNS
        }

    def also_shows(self):
        """Return what is not in the catalog; see FromCatalog."""
        return [self.area.version, *(block.shows() for block in self.blocks)]

    def public_fingerprint(self):
        """Return what changes with the minute: whether somebody is there, see caching/etags."""
        return repr(operations.standing_now(self.context))
