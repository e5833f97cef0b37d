"""The rooms of a new hub: sections, partner areas and the pages every site needs."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.core.offers import offers
from kommunalhub.core.sections import ensure_folder
from kommunalhub.partners.interfaces import IHasPartner
from kommunalhub.partners.operations import get_partner
from kommunalhub.partners.operations import partner_ids
from kommunalhub.site.pages import ensure_pages
from zope.interface import alsoProvides


def build(portal):
    """Make every section, area and page that is missing; what exists is left as it is."""
    for offer in offers():
        offer.build(portal)
    for partner_id in partner_ids():
        for offer in offers():
            offer.build_for(portal, partner_id)
        ensure_area(portal, partner_id)
    ensure_pages(portal)
    portal.setLayout("hub-start")


def ensure_area(portal, partner_id):
    """Return the area `partner/<partner_id>` in which the administration's editors write."""
    parent = ensure_folder(
        portal,
        "partner",
        in_site_language(_("section_partners", default="Partners")),
        in_site_language(
            _("section_partners_about", default="The administrations behind the hub.")
        ),
        state="public",
    )
    partner = get_partner(partner_id)
    area = ensure_folder(parent, partner_id, partner.title, state="public")
    if not IHasPartner.providedBy(area):
        alsoProvides(area, IHasPartner)
        area.partner = partner_id
        area.reindexObject()
        area.reindexObjectSecurity()
    return area
