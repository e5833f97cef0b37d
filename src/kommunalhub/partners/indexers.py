"""What the catalog knows of partners."""

from kommunalhub.partners.interfaces import IHasPartner
from kommunalhub.partners.localroles import stored_partner
from plone.indexer.decorator import indexer
from zope.interface import Interface


@indexer(Interface)
def partner(obj):
    """Return the partner of the nearest IHasPartner object around, `obj` included.

    For everything: without an answer of ours the catalog would acquire one, or get Dexterity's
    default, which depends on who is looking. Not indexed (AttributeError) where there is none.
    """
    for around in getattr(obj, "aq_chain", (obj,)):
        if IHasPartner.providedBy(around):
            found = stored_partner(around)
            if found:
                return found
    raise AttributeError("partner")
