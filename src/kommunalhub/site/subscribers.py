"""What the site does when something happens below it."""

from kommunalhub.site.structure import ensure_area
from plone import api


def make_area(event):
    """Give a new partner its area."""
    ensure_area(api.portal.get(), event.partner)
