"""What the catalog knows of hubs and copies."""

from kommunalhub.network.copies import releasing
from kommunalhub.network.interfaces import IHub
from kommunalhub.network.interfaces import ISharedCopy
from plone.indexer import indexer


@indexer(ISharedCopy)
def origin_hub(shown):
    """Return the name of the hub that a copy is from."""
    hub = releasing.thing_by(shown.hub)
    return hub.title if hub is not None else None


@indexer(ISharedCopy)
def copy_text(shown):
    return f"{shown.title} {shown.description} {shown.words}"


@indexer(IHub)
def hub_text(hub):
    parts = (hub.title, hub.description, hub.region, hub.theme, hub.operator)
    return " ".join(part for part in parts if part)
