"""The one lean header and footer for everybody, on our pages and on Plone's."""

from kommunalhub.approvals.lists.queries import inbox_count
from kommunalhub.core import asking
from kommunalhub.core import brand
from kommunalhub.core import tools
from kommunalhub.core.offers import pieces_at
from kommunalhub.core.offers import TOP
from kommunalhub.core.persons import own_name
from kommunalhub.notices.operations import unread_count
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partner_ids
from kommunalhub.search.browser.suggest import Suggest
from kommunalhub.security import registration
from kommunalhub.site.browser import navigation
from Products.Five import BrowserView


class Header(BrowserView):
    """Brand, sections and what belongs to the person."""

    @property
    def site_url(self):
        return tools.site_url()

    def brand(self):
        """Return the name of the hub, its place and the address of its logo."""
        said = {name: brand.read(name) for name in ("name", "place")}
        return {**said, "logo": brand.logo_url(self.site_url)}

    def sections(self):
        portal = tools.site()
        url, depth = portal.absolute_url(), len(portal.getPhysicalPath())
        steps = self.context.getPhysicalPath()[depth:]
        return [
            {
                "title": place.title,
                "url": f"{url}/{place.id}",
                "current": navigation.current(place, steps),
            }
            for place in navigation.sections()
        ]

    def top(self):
        """Return what offers show above every page."""
        return pieces_at(TOP, self.request)

    def person(self):
        """Return the name of who is signed in, or None."""
        return None if asking.is_anonymous() else own_name()

    def may_register(self):
        """Tell whether people can make an account here."""
        return registration.is_offered()

    def may_name_substitute(self):
        return asking.may("kommunalhub: Name substitute", tools.site())

    def may_see_gaps(self):
        return asking.may("kommunalhub: See search gaps", tools.site())

    def may_see_figures(self):
        return asking.may("kommunalhub: View figures", tools.site())

    def may_set_up(self):
        return asking.may("Plone Site Setup: Overview", tools.site())

    def waiting(self):
        """Return how many cases await this person."""
        return inbox_count()

    def unread(self):
        """Return how many notices this person has not read."""
        return unread_count(tools.site(), asking.userid())

    @property
    def suggest(self):
        """Return what the search field needs; None on the search page, which has its own."""
        return None if self.is_on("search") else Suggest(self.context, self.request)

    def is_on(self, name):
        """Return "page" where the view `name` is shown, for aria-current."""
        published = getattr(self.request.get("PUBLISHED"), "__name__", None)
        return "page" if published == name else None


class Footer(BrowserView):
    """Who is behind the hub, and the pages the law asks for."""

    @property
    def site_url(self):
        return tools.site_url()

    def partners(self):
        """Return the administrations by name, the operator last."""
        found = [get_partner(partner) for partner in partner_ids()]
        found.sort(key=lambda partner: (partner.kind == "operator", partner.title))
        return " · ".join(partner.title for partner in found)

    def pages(self):
        url = self.site_url
        return [
            {"title": page.title, "url": f"{url}/{page.id}"} for page in navigation.footer_pages()
        ]
