"""What stands directly below the site and may be seen, for header and footer of every page."""

from dataclasses import dataclass
from kommunalhub.core.caching.viewing import view
from kommunalhub.core.reading import lasting
from kommunalhub.core.reading import once
from kommunalhub.core.tools import catalog
from plone import api


# Pages of the footer by id, in this order; only those that are there are linked.
FOOTER_PAGES = ("impressum", "datenschutz", "barrierefreiheit", "leichte-sprache")


@dataclass(frozen=True)
class Place:
    """Something directly below the site. is_section: it belongs into the main navigation."""

    id: str
    title: str
    is_section: bool


@once
def places():
    """Return the Places that this person may see, in their order."""
    portal = api.portal.get()
    return places_of("/".join(portal.getPhysicalPath()))


@lasting(lambda path: (path, *view()))
def places_of(path):
    """Return the Places below a path as the catalog shows them to who asks."""
    found = catalog()(path={"query": path, "depth": 1}, sort_on="getObjPositionInParent")
    return [
        Place(item.getId, item.Title, bool(item.is_folderish and not item.exclude_from_nav))
        for item in found
    ]


def sections():
    """Return the Places of the main navigation."""
    return [place for place in places() if place.is_section]


def footer_pages():
    """Return the Places of the pages the law asks for, as far as they are there."""
    found = {place.id: place for place in places()}
    return [found[page] for page in FOOTER_PAGES if page in found]


def current(place, steps):
    """Return the value for aria-current of a section, or None where we are elsewhere: pure.

    "page" on the section itself, "true" on everything below it.

    steps: ids of the way from the site to what is shown.

    >>> news = Place("aktuelles", "Aktuelles", True)
    >>> current(news, ("aktuelles",)), current(news, ("aktuelles", "fest")), current(news, ())
    ('page', 'true', None)
    """
    if not steps or steps[0] != place.id:
        return None
    return "page" if len(steps) == 1 else "true"
