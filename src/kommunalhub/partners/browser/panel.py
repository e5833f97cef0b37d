"""The control panel of the partners: who is there, and who works for them."""

from kommunalhub import _
from kommunalhub.partners import rules
from kommunalhub.partners.interfaces import KINDS
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import short_title
from plone import api
from Products.Five import BrowserView
from urllib.parse import urlencode


class PartnersPanel(BrowserView):
    """Lists partners and the hub's groups, with ways to change them and to put people in."""

    def partners(self):
        """Return a dict of ready values per partner, by title."""
        partners = sorted(map(get_partner, partner_ids()), key=lambda partner: partner.title)
        return [self._row(partner) for partner in partners]

    def _row(self, partner):
        return {
            "id": partner.id,
            "title": partner.title,
            "short_title": partner.short_title,
            "kind": KINDS.getTerm(partner.kind).title,
            "colour": partner.colour,
            "email": partner.email,
            "phone": partner.phone,
            "address": (partner.address or "").splitlines(),
            "groups": [self._group(group) for group in rules.groups_of(partner.id).values()],
            "edit": self._url("partner-edit", partner=partner.id),
            "edit_label": _(
                "link_change_partner", default="Change ${title}", mapping={"title": partner.title}
            ),
            "start": self._url("partner-start", partner=partner.id),
            "start_label": _(
                "link_start_partner",
                default="First steps of ${title}",
                mapping={"title": partner.title},
            ),
            "remove": self._url("partner-remove", partner=partner.id),
            "remove_label": _(
                "link_remove_partner", default="Remove ${title}", mapping={"title": partner.title}
            ),
        }

    def hub_groups(self):
        """Return a dict of ready values per group of the hub itself."""
        return [self._group(group) for group in rules.HUB_GROUPS]

    def _group(self, group_id):
        """Return title, number of members and the page of Plone that puts people in."""
        group = api.group.get(groupname=group_id)
        return {
            "id": group_id,
            "title": short_title(group_id),
            "count": len(group.getGroupMemberIds()) if group is not None else 0,
            "url": self._url("usergroup-groupmembership", groupname=group_id),
        }

    def add_url(self):
        return self._url("partner-add")

    def users_url(self):
        return self._url("usergroup-userprefs")

    def _url(self, view, **query):
        url = f"{api.portal.get().absolute_url()}/@@{view}"
        return f"{url}?{urlencode(query)}" if query else url
