"""The front page of co-working: the spaces, how to apply, the house rules."""

from functools import cached_property
from kommunalhub.booking import rights
from kommunalhub.core import asking
from kommunalhub.core.badges import badge_of_brain
from kommunalhub.core.caching.fingerprints import FromCatalog
from kommunalhub.core.pictures.tags import listed
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.coworking import operations
from kommunalhub.coworking import settings
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import host_partner
from kommunalhub.partners.membership import operator_partner
from plone import api
from Products.Five import BrowserView


class CoworkingView(FromCatalog, BrowserView):
    """`co-working`: everything from metadata."""

    @property
    def apply_url(self):
        return f"{api.portal.get().absolute_url()}/@@arbeitsplatz-beantragen"

    @property
    def may_reword(self):
        return rights.may_manage()

    @cached_property
    def spaces(self):
        """Return the spaces that this person may see, in the order of their kinds."""
        kinds = titles_of("kommunalhub.space_kinds")
        brains = api.portal.get_tool("portal_catalog")(
            portal_type="Space",
            path="/".join(self.context.getPhysicalPath()),
            sort_on="getObjPositionInParent",
        )
        order = list(kinds)
        rows = [
            {
                "title": brain.Title,
                "url": brain.getURL(),
                "text": brain.Description,
                "kind": kinds.get(brain.space_kind, brain.space_kind),
                "seats": brain.space_seats,
                "badge": badge_of_brain(brain),
                "picture": listed(brain),
                "rank": order.index(brain.space_kind) if brain.space_kind in order else len(order),
            }
            for brain in brains
        ]
        return sorted(rows, key=lambda row: row["rank"])

    def host(self):
        return self._title(host_partner())

    def operator(self):
        return self._title(operator_partner())

    def _title(self, partner):
        found = get_partner(partner)
        return found.title if found is not None else partner

    def longest_days(self):
        return settings.longest_days()

    def house_rules(self):
        return settings.house_rules()

    def applications(self):
        """Return {url, count} of the applications that this person may see, or None."""
        if asking.is_anonymous():
            return None
        folder = operations.applications_folder(api.portal.get())
        if folder is None:
            return None
        brains = api.portal.get_tool("portal_catalog")(portal_type="CoworkingApplication")
        return {"url": folder.absolute_url(), "count": len(brains)} if len(brains) else None

    def may_add_space(self):
        return asking.may(rights.ADD_SPACE, self.context)
