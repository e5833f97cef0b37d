"""Who helps a person: their own administration, or who runs the hub."""

from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import operator_partner
from kommunalhub.partners.membership import partners_of
from plone import api
from Products.Five import BrowserView


class WhoHelps(BrowserView):
    """A part of other pages, @@hub-who-helps: name, e-mail and telephone of who helps."""

    def helpers(self):
        """Return the partners to ask, those that can be reached only."""
        ids = list(partners_of()) or [operator_partner()]
        found = [get_partner(partner) for partner in ids]
        return [partner for partner in found if partner and (partner.email or partner.phone)]

    def imprint_url(self):
        """Return the address of the imprint, for where nobody can be named; None without one."""
        portal = api.portal.get()
        return f"{portal.absolute_url()}/impressum" if "impressum" in portal else None
