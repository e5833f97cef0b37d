"""How a hub is made once Plone's bare site is there, whoever asked for it."""

from kommunalhub.site import structure
from kommunalhub.site.accounts import SITE_ADMIN
from kommunalhub.site.server.passwords import password
from plone import api
from plone.distribution.handler import default_handler

import logging
import transaction


logger = logging.getLogger("kommunalhub.progress")

DEFAULTS = {"default_language": "de", "portal_timezone": "Europe/Berlin"}


def complete(answers):
    """Return the answers with a German site as the default."""
    return {**DEFAULTS, **answers}


def furnish(distribution, portal, answers):
    """Apply our profiles, make the manager and the section folders."""
    logger.info("  installing kommunalhub")
    portal = default_handler(distribution, portal, {**answers, "setup_content": False})
    _make_manager()
    with api.env.adopt_user(username=SITE_ADMIN):
        logger.info("  making the sections")
        structure.build(portal)
    return portal


def add_demo(distribution, portal, answers):
    """Add demo people and cases where they were asked for."""
    if answers.get("setup_content"):
        try:
            from kommunalhub.site.demo import build
        except ImportError:
            logger.info("  there is no demo content yet")
            return portal
        transaction.savepoint(optimistic=True)
        with api.env.adopt_user(username=SITE_ADMIN):
            build(portal, progress=lambda text: logger.info("  %s", text))
    return portal


def _make_manager():
    api.user.create(
        username=SITE_ADMIN,
        email=f"{SITE_ADMIN}@example.org",
        password=password(SITE_ADMIN),
        roles=("Member", "Manager"),
    )
