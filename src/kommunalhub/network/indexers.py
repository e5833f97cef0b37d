"""What the catalog knows of hubs and copies."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from kommunalhub.lib import globe
from kommunalhub.network.interfaces import IHub
from kommunalhub.network.interfaces import ISharedCopy
from plone.indexer import indexer


@indexer(ISharedCopy)
def origin_hub(shown):
    """Return the name of the hub that a copy is from, and stands in.

    An indexer must not search: what waits to be indexed would be, twice.
    """
    hub = aq_parent(aq_inner(shown))
    return hub.title if IHub.providedBy(hub) else None


@indexer(ISharedCopy)
def copy_text(shown):
    return f"{shown.title} {shown.description} {shown.words}"


@indexer(IHub)
def hub_facts(hub):
    """Return what the list of hubs shows, so that it wakes none of them."""
    return {
        "region": hub.region or "",
        "theme": hub.theme or "",
        "operator": hub.operator or "",
        "contact": hub.contact or "",
        "feed": hub.feed or "",
        "point": globe.point_of(hub.point),
    }


@indexer(IHub)
def hub_text(hub):
    parts = (hub.title, hub.description, hub.region, hub.theme, hub.operator)
    return " ".join(part for part in parts if part)
