"""Out of a site again: Plone works as before, without a trace of our code in the database.

Cases, programmes, materials and spaces go with the code that gives them meaning. What people wrote
in Plone's own types stays, and so do the people. What to undo is read from the default profile, so
that nothing it learns to bring is forgotten here. See docs/how-to/operate/uninstall.md.
"""

from kommunalhub.approvals.case import versions
from kommunalhub.core.acting import as_builder
from kommunalhub.partners import groups
from kommunalhub.partners.substitution import plugin
from kommunalhub.security import setup as security
from kommunalhub.site.leaving import cases
from kommunalhub.site.leaving import content
from kommunalhub.site.leaving import settings
from plone import api


def before(tool):
    """Give up what needs our workflows, types and markers, while they are still there.

    Raises BadRequest while there are cases, see cases.py.
    """
    cases.refuse_with_cases()
    portal = api.portal.get()
    with as_builder(portal):
        content.remove_own(portal)
        content.keep_pages(portal)
        groups.uninstall()


def after(tool):
    """Undo what the default profile set, once the uninstall profile has run."""
    portal = api.portal.get()
    versions.uninstall(portal)
    settings.remove_types_and_workflows(tool)
    settings.reset_registry(tool)
    settings.reset_permissions(tool, portal)
    settings.remove_indexes(tool)
    content.tidy(portal)
    portal.portal_catalog.clearFindAndRebuild()
    plugin.uninstall(portal.acl_users)
    security.uninstall(portal.acl_users)
