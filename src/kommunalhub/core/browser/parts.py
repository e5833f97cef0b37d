"""Parts that several pages share, as macros of the view `hub-parts`: crumbs, pages, filter.

<tal:crumbs metal:use-macro="context/@@hub-parts/macros/crumbs" />
<tal:pages define="batch view/batch" metal:use-macro="context/@@hub-parts/macros/pages" />

Where the crumbs are not those of the context, a template defines `way`, e.g. `way view/trail`.
"""

from Acquisition import aq_parent
from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.core import asking
from plone import api
from Products.CMFCore.interfaces import ISiteRoot
from Products.Five import BrowserView
from urllib.parse import urlencode
from zExceptions import NotFound
from zope.component import getMultiAdapter


class Macros(BrowserView):
    """A view that templates take macros from; who asks for it by its address finds nothing."""

    def __call__(self):
        raise NotFound(self.__name__)


class Parts(Macros):
    """Macros, and what the first of them shows unless a template defines another `way`.

    A way: [{title, url}] of the places above a page, from the top; title: a text or a message.
    """

    def crumbs(self):
        """Return the way from the site to the context, as far as this person may see it."""
        way = []
        place = self.context
        while place is not None and not ISiteRoot.providedBy(place):
            if place is not self.context and asking.may("View", place):
                way.append({"title": place.Title(), "url": place.absolute_url()})
            place = aq_parent(place)
        return way[::-1]

    def settings(self):
        """Return the way to a page of settings."""
        url = f"{api.portal.get().absolute_url()}/@@overview-controlpanel"
        return [{"title": _("link_site_setup", default="Settings"), "url": url}]

    def here(self):
        """Return the way to a page about the context, for who may not see more than that."""
        return [{"title": self.context.Title(), "url": self.context.absolute_url()}]


def parts_of(context, request):
    """Return the Parts of a place, for views that make a `way` of their own."""
    return getMultiAdapter((context, request), name="hub-parts")


@dataclass(frozen=True)
class Batch:
    """One page of a long list.

    total: how many there are; size: how many on a page; start: number of the first, from 0.
    """

    total: int
    size: int
    start: int = 0
    url: str = ""
    query: tuple = ()

    @property
    def page(self):
        """Number of the page, from 1."""
        return self.start // self.size + 1

    @property
    def count(self):
        """How many pages there are."""
        return -(-self.total // self.size)

    def cut(self, items):
        """Return the part of a sequence that stands on this page."""
        return items[self.start : self.start + self.size]

    def link(self, page):
        """Return the address of a page by its number."""
        query = list(self.query)
        if page > 1:
            query.append(("b_start", (page - 1) * self.size))
        return f"{self.url}?{urlencode(query)}" if query else self.url

    def pages(self):
        """Return the pages to link: first, last, two around the present one; None for a gap."""
        if self.count < 2:
            return []
        near = range(self.page - 2, self.page + 3)
        numbers = [n for n in range(1, self.count + 1) if n in (1, self.count) or n in near]
        found = []
        for before, number in zip([0, *numbers], numbers, strict=False):
            if number - before > 1:
                found.append(None)
            found.append(
                {"number": number, "url": self.link(number), "current": number == self.page}
            )
        return found

    @property
    def previous(self):
        return self.link(self.page - 1) if self.page > 1 else None

    @property
    def next(self):
        return self.link(self.page + 1) if self.page < self.count else None


def batch_of(request, total, size, url="", query=()):
    """Return the Batch that the request asks for with `b_start`; nonsense leads to the first page.

    query: (name, value) pairs to keep in the addresses of the other pages.
    """
    try:
        start = int(request.form.get("b_start", 0))
    except (TypeError, ValueError):
        start = 0
    if not 0 <= start < total:
        start = 0
    return Batch(total, size, start - start % size, url, tuple(query))
