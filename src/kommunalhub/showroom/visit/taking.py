"""What visitors take along: a code to scan, a page on paper, lines for another site."""

from functools import cached_property
from html import escape
from kommunalhub.booking.codes.marks import code_of
from kommunalhub.core.caching.revision import is_public
from kommunalhub.core.tools import site
from kommunalhub.security.address import address_of
from kommunalhub.showroom import rules
from kommunalhub.showroom.parts import ExhibitPart
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote


class TakeAlong(ExhibitPart):
    """Below everything else, of what everybody may see."""

    order = 95
    template = ViewPageTemplateFile("templates/taking.pt")

    def shown(self):
        return is_public(self.context)

    def render(self):
        return self.template()

    @cached_property
    def address(self):
        return public_address(self.context)

    def code(self):
        return code_of(self.address)

    def sites(self):
        return rules.origins_of(self.context.embed_sites)

    def lines(self):
        """Return the lines for a page of another site."""
        title = escape(self.context.Title(), quote=True)
        return (
            f'<iframe src="{self.address}/@@einbetten" title="{title}" width="100%" height="700" '
            'loading="lazy" referrerpolicy="no-referrer" allowfullscreen></iframe>'
        )


def public_address(thing):
    """Return the address of an exhibit or a medium as it stands on signs outside of the site."""
    portal = site()
    steps = thing.getPhysicalPath()[len(portal.getPhysicalPath()) :]
    return "/".join((address_of(portal), *map(quote, steps)))
