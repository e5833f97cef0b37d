"""What the catalog knows of a thing and nobody may guess by asking for it.

A column that is kept (columns.py) is worth nothing where its value can be tried out: „which of the
public pages were made by …“. Programs name indexes to find or to order by; pages with queries of
their own do too (collections). Lists of the hub ask the catalog itself and are not concerned.
"""

from kommunalhub import _
from kommunalhub.core.restapi.body import wrong
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.publication.columns import picks_people
from plone.restapi.search.query import ZCatalogCompatibleQueryAdapter
from zope.component import adapter
from zope.interface import Interface


#: Worked out for lists and conditions of the hub.
INNER = frozenset(
    {
        *("agenda_months", "allowedRolesAndUsers", "awaiting", "decided_by", "last_editor"),
        *("health_on", "page_health", "remind_at", "scheduled_at", "upkeep"),
        *("cmf_uid", "sync_uid"),
    }
)
#: Of accounts and of the work within an administration: for who picks colleagues from lists.
PEOPLE = frozenset({"Creator", "assigned", "audience", "must_read", "responsible", "review_on"})
REFUSED = _("error_asked_inner", default="Nobody can search or order by this.")


def refuse(names, request):
    """Raise BadRequest for the first name of an index that who asks may not ask by."""
    kept = INNER if picks_people() else INNER | PEOPLE
    for name in names:
        if name in kept:
            raise wrong(name, REFUSED, request)


def orders(sort_on):
    """Return the names in an order: one, several or none.

    >>> orders("due"), orders(["due", "id"]), orders(None)
    (['due'], ['due', 'id'], [])
    """
    return [sort_on] if isinstance(sort_on, str) else list(sort_on or ())


@adapter(Interface, IKommunalhubLayer)
class AskedQuery(ZCatalogCompatibleQueryAdapter):
    """Plone's reading of what a program asks, without what nobody may ask by."""

    def __call__(self, query):
        refuse((*query, *orders(query.get("sort_on"))), self.request)
        return super().__call__(query)
