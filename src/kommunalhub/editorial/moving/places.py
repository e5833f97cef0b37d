"""The folder of the site that a source comes into, or an export is made of."""

from Acquisition import aq_base
from kommunalhub import _
from kommunalhub.core.messages import filled
from kommunalhub.core.tools import site
from kommunalhub.editorial.moving.refusals import MovingRefused
from kommunalhub.partners.localroles import partner_of
from kommunalhub.partners.membership import get_partner
from Products.CMFCore.interfaces import ISiteRoot


class PlaceRefused(MovingRefused):
    """There is no such place, or it is somebody else's."""


NO_PLACE = _("moving_no_place", default="There is no folder “${path}” in the site.")
NO_PARTNER = _("moving_no_partner", default="There is no administration “${key}”.")
OTHER_PARTNER = _(
    "moving_other_partner", default="The folder “${path}” does not belong to “${key}”."
)
SAY_WHERE = _(
    "moving_say_where", default="Please say with --partner or --into where they are to come."
)


def place_of(path, partner):
    """Return the folder at a path of the site, or the area of an administration.

    path, partner: None where that was not said. Raises PlaceRefused, also where the folder belongs
    to another administration.
    """
    if partner and get_partner(partner) is None:
        raise PlaceRefused(filled(NO_PARTNER, key=partner))
    if not path and not partner:
        raise PlaceRefused(SAY_WHERE)
    path = (path or f"partner/{partner}").strip("/")
    place = folder_at(path)
    if ISiteRoot.providedBy(place) or not hasattr(place, "allowedContentTypes"):
        raise PlaceRefused(filled(NO_PLACE, path=path))
    if partner and partner_of(place) != partner:
        raise PlaceRefused(filled(OTHER_PARTNER, path=path, key=partner))
    return place


def folder_at(path):
    """Return the folder that stands at a path of the site, never something acquired."""
    found = site()
    for name in filter(None, path.split("/")):
        if not hasattr(aq_base(found), "objectIds") or name not in found.objectIds():
            raise PlaceRefused(filled(NO_PLACE, path=path))
        found = found[name]
    return found
