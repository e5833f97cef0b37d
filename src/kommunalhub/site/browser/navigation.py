"""What stands directly below the site and may be seen: one catalog query for header and footer."""

from plone import api
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.site.root_items"

# Pages of the footer by id, in this order; only those that are there are linked.
FOOTER_PAGES = ("impressum", "datenschutz", "barrierefreiheit", "leichte-sprache")


def root_items(request):
    """Return the brains directly below the site that this person may see, in their order."""
    kept = IAnnotations(request)
    if KEY not in kept:
        path = "/".join(api.portal.get().getPhysicalPath())
        catalog = api.portal.get_tool("portal_catalog")
        kept[KEY] = catalog(
            path={"query": path, "depth": 1},
            sort_on="getObjPositionInParent",
        )
    return kept[KEY]


def sections(request):
    """Return the brains of the sections for the main navigation."""
    return [item for item in root_items(request) if item.is_folderish and not item.exclude_from_nav]


def footer_pages(request):
    """Return the brains of the pages the law asks for, as far as they are there."""
    found = {item.getId: item for item in root_items(request)}
    return [found[page] for page in FOOTER_PAGES if page in found]


def current(item, context):
    """Return the value for aria-current of a section, or None where we are elsewhere.

    "page" on the section itself, "true" on everything below it.
    """
    here, path = "/".join(context.getPhysicalPath()), item.getPath()
    if here == path:
        return "page"
    return "true" if here.startswith(f"{path}/") else None
