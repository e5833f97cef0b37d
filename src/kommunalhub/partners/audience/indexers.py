"""What the catalog knows of audiences."""

from kommunalhub.partners.audience import rules
from kommunalhub.partners.audience.interfaces import INarrowable
from kommunalhub.partners.audience.reading import audience_of
from kommunalhub.partners.membership import partner_ids
from plone.indexer.decorator import indexer


@indexer(INarrowable)
def audience(obj):
    """Return "narrow" and the groups that were chosen; nothing of what is for all."""
    values = rules.catalog_values(audience_of(obj), partner_ids())
    if not values:
        raise AttributeError("audience")
    return values
