"""What pages and pieces share that show things of several sections from the catalog."""

from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core import tools
from kommunalhub.core.caching.viewing import view
from kommunalhub.core.reading import lasting
from kommunalhub.core.tools import catalog
from Products.Five import BrowserView
from zope.component import queryMultiAdapter


@lasting(lambda path: (path, *view()))
def address_of(path):
    """Return the address of what stands at a path below the site, None for who may not see it."""
    root = "/".join(tools.site().getPhysicalPath())
    found = catalog()(path={"query": f"{root}/{path}", "depth": 0}, show_inactive=False)
    return found[0].getURL() if found else None


class Overview(BrowserView):
    """A page or a piece of one; everything comes from the catalog."""

    @property
    def site_url(self):
        return tools.site_url()

    def find(self, limit=None, **query):
        """Return brains of what this person may see."""
        if limit:
            query["sort_limit"] = limit
        return catalog()(**query)[:limit]

    def address(self, path):
        """Return the address of a section by its path, None where this person may not see it."""
        return address_of(path)

    def has_page(self, name):
        """Tell whether the site has a view of this name."""
        portal = tools.site()
        return queryMultiAdapter((portal, self.request), name=name) is not None

    def may(self, permission):
        return asking.may(permission, tools.site())


class Piece(Overview):
    """A piece of HTML for a place that offers fill (see core/offers.py); empty for nobody.

    The template is registered with it; is_shown says for whom there is something.
    """

    def __call__(self):
        return self.index() if self.is_shown() else ""

    def is_shown(self):
        return True


def published_on(brain):
    """Return when a page was published (or made, if it never was) as people read it."""
    is_out = brain.effective.year() > 1969 and not brain.effective.isFuture()
    return formatting.day((brain.effective if is_out else brain.created).asdatetime())
