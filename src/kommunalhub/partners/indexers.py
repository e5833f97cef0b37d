"""What the catalog knows of partners."""

from kommunalhub.partners.localroles import partner_of
from plone.indexer.decorator import indexer
from zope.interface import Interface


@indexer(Interface)
def partner(obj):
    """Return the partner of the nearest IHasPartner object around, `obj` included.

    For everything: without an answer of ours the catalog would acquire one, or get Dexterity's
    default, which depends on who is looking. Not indexed (AttributeError) where there is none.
    """
    found = partner_of(obj)
    if found is None:
        raise AttributeError("partner")
    return found
