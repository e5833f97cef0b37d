"""What the profile cannot say: the rooms set up what they need in a site, from the ground up.

`after` is the profile's post_handler, as leaving/ has those of the uninstall profile. An offer from
outside has a profile of its own, with its own handlers.
"""

from kommunalhub.approvals.case import versions
from kommunalhub.partners import groups
from kommunalhub.partners.substitution import plugin
from kommunalhub.security import setup as security
from plone import api


def after(tool):
    """Set up what is missing once the whole profile has run; twice is harmless."""
    portal = api.portal.get()
    security.install(portal.acl_users)
    groups.install()
    plugin.install(portal.acl_users)
    versions.install(portal)
