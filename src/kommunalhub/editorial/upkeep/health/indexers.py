"""What the catalog knows of how pages are."""

from kommunalhub.editorial.checks.interfaces import IChecked
from kommunalhub.editorial.upkeep.health.operations import health_of
from plone.indexer.decorator import indexer


@indexer(IChecked)
def page_health(obj):
    return list(health_of(obj).get("tokens", ()))


@indexer(IChecked)
def health_on(obj):
    """Return the ISO day of the last look, "" where one is wanted."""
    return health_of(obj).get("on", "")
