"""The groups of partners and of the hub: made here, never by hand."""

from kommunalhub import _
from kommunalhub.core.language import in_site_language
from kommunalhub.partners import rules
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import listed_title
from plone import api


#: Plone's own groups {id: name}; it calls them by their ids, in English.
PLONES = {
    "Administrators": _("group_plone_managers", default="Plone: administration of the system"),
    "Site Administrators": _("group_plone_site", default="Plone: administration of the site"),
    "Reviewers": _("group_plone_reviewers", default="Plone: reviewers of everything"),
}
#: The group of everybody who has signed in, which nobody is put into.
EVERYBODY = _("group_plone_everybody", default="Plone: everybody with an account")
PLONES_EVERYBODY = "Authenticated Users (Virtual Group)"


def install():
    """Make the groups of the hub and of all partners of the registry; twice is harmless."""
    name_plones_groups()
    ensure_hub_groups()
    for partner_id in partner_ids():
        ensure_groups_of(get_partner(partner_id))


def uninstall():
    """Remove the groups of the partners and of the hub; the people in them stay."""
    name_plones_groups(back=True)
    for partner_id in partner_ids():
        remove_groups_of(partner_id)
    for group in rules.HUB_GROUPS:
        if api.group.get(groupname=group) is not None:
            api.group.delete(groupname=group)


def name_plones_groups(back=False):
    """Give Plone's groups names in the language of the site, or those that Plone gave them back.

    A group that was called otherwise by hand keeps its name.
    """
    tool = api.portal.get_tool("portal_groups")
    for group, message in PLONES.items():
        names = (group, in_site_language(message))
        old, new = reversed(names) if back else names
        found = tool.getGroupById(group)
        if found is not None and found.getProperty("title") == old:
            tool.editGroup(group, title=new)
    names = (PLONES_EVERYBODY, in_site_language(EVERYBODY))
    old, new = reversed(names) if back else names
    everybody = getattr(api.portal.get_tool("acl_users"), "auto_group", None)
    if everybody is not None and everybody.title == old:
        everybody.title = new


def ensure_hub_groups():
    """Make the hub's own groups if they are missing, with their roles in any case."""
    for group, roles in rules.HUB_GROUPS.items():
        _ensure(group, in_site_language(listed_title(group)), roles)


def ensure_groups_of(partner):
    """Make a partner's groups if they are missing; titles and roles are set in any case."""
    for function, group in rules.groups_of(partner.id).items():
        _ensure(
            group, in_site_language(listed_title(function, partner)), rules.GLOBAL_ROLES[function]
        )


def remove_groups_of(partner_id):
    """Take a partner's groups away, whoever is in them."""
    for group in rules.groups_of(partner_id).values():
        if api.group.get(groupname=group) is not None:
            api.group.delete(groupname=group)


def taken_names(partner_id):
    """Return which names of a new partner's groups a person or group already has.

    Computed roles go by name: whoever is called `x-reviewers` would review x's cases.
    """
    users = api.portal.get_tool("acl_users")
    return [
        name
        for name in rules.groups_of(partner_id).values()
        if users.searchPrincipals(id=name, exact_match=True)
    ]


def _ensure(group, title, roles):
    tool = api.portal.get_tool("portal_groups")
    if tool.getGroupById(group) is None:
        tool.addGroup(group, title=title, roles=list(roles))
    else:
        tool.editGroup(group, title=title, roles=list(roles))
