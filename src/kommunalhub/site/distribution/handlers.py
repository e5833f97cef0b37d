"""How a hub is made once Plone's bare site is there, whoever asked for it."""

from contextlib import contextmanager
from kommunalhub.site import demo
from kommunalhub.site import structure
from kommunalhub.site.accounts import SITE_ADMIN
from kommunalhub.site.identity import operations as identity
from kommunalhub.site.identity.rules import read
from kommunalhub.site.server.passwords import password
from plone import api
from plone.distribution.handler import default_handler
from zope.component.hooks import setSite

import logging
import transaction


logger = logging.getLogger("kommunalhub.progress")

DEFAULTS = {"default_language": "de", "portal_timezone": "Europe/Berlin"}


def complete(answers):
    """Return the answers with a German site as the default."""
    return {**DEFAULTS, **answers}


def furnish(distribution, portal, answers):
    """Make the manager, and as the manager apply our profiles and make the section folders."""
    with _whole_or_nothing():
        _make_manager(portal)
        with api.env.adopt_user(username=SITE_ADMIN):
            logger.info("  installing kommunalhub")
            default_handler(distribution, portal, {**answers, "setup_content": False})
            if answers.get("identity"):
                identity.give(read(answers["identity"]))
            logger.info("  making the sections")
            structure.build(portal)
    return portal


def finish(distribution, portal, answers):
    """Add demo people and cases where they were asked for."""
    with _whole_or_nothing():
        if answers.get("setup_content"):
            transaction.savepoint(optimistic=True)
            with api.env.adopt_user(username=SITE_ADMIN):
                demo.build(portal, progress=lambda text: logger.info("  %s", text))
    # While it commits, a transaction cannot ask the new site's own components for anything.
    transaction.get().addBeforeCommitHook(setSite, (None,))
    return portal


def _make_manager(portal):
    roles = ["Member", "Manager"]
    portal.acl_users.userFolderAddUser(SITE_ADMIN, password(SITE_ADMIN), roles, [])


@contextmanager
def _whole_or_nothing():
    """Step out of a site that will not be: undoing it fails, and hides why, from within."""
    try:
        yield
    except BaseException:
        setSite(None)
        raise
