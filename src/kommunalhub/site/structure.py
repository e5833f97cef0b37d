"""The rooms of a new hub: its sections, and the pages every site needs."""

from kommunalhub.core.offers import offers
from kommunalhub.partners.operations import partner_ids
from kommunalhub.site.pages import ensure_pages


def build(portal):
    """Make every section, area and page that is missing; what exists is left as it is."""
    for offer in offers():
        offer.build(portal)
    for partner_id in partner_ids():
        for offer in offers():
            offer.build_for(portal, partner_id)
    ensure_pages(portal)
    portal.setLayout("hub-start")
