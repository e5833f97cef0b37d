"""The root account and the site in Zope's database."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from contextlib import contextmanager
from kommunalhub.site.accounts import ROOT_ADMIN
from kommunalhub.site.server.passwords import password
from plone.base.interfaces import IPloneSiteRoot
from plone.distribution.api import distribution
from plone.distribution.api import site as site_api
from Testing.makerequest import makerequest
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest

import transaction
import Zope2


TITLE = "Digitaler Hub Oldenburg in Holstein"
DESCRIPTION = "Fördermittelberatung, Weiterbildung und Co-Working für Verwaltungen in Ostholstein."


@contextmanager
def root():
    """Open Zope's root as its admin, with a request; uncommitted changes are dropped at the end."""
    app = makerequest(Zope2.app(), environ={"HTTP_ACCEPT_LANGUAGE": "de"})
    setRequest(app.REQUEST)
    try:
        ensure_root_admin(app)
        newSecurityManager(None, app.acl_users.getUser(ROOT_ADMIN).__of__(app.acl_users))
        yield app
    finally:
        transaction.abort()
        noSecurityManager()
        clearRequest()
        setSite(None)
        app._p_jar.close()


def ensure_root_admin(app):
    """Make Zope's root account with a generated password if it is missing, and commit."""
    if app.acl_users.getUser(ROOT_ADMIN) is None:
        app.acl_users.userFolderAddUser(ROOT_ADMIN, password(ROOT_ADMIN), ["Manager"], [])
        transaction.commit()


def has_site(app, site_id):
    """Return whether there is a Plone site of that id."""
    return IPloneSiteRoot.providedBy(app.get(site_id))


def is_demo(portal):
    """Return whether the site was made with demo content and its well-known passwords."""
    report = distribution.get_creation_report(portal)
    return bool(report and report.answers.get("setup_content"))


def create_site(app, site_id, demo):
    """Make the site in one transaction; nothing of it stays when a step fails."""
    answers = {
        "site_id": site_id,
        "title": TITLE,
        "description": DESCRIPTION,
        "default_language": "de",
        "portal_timezone": "Europe/Berlin",
        "setup_content": demo,
    }
    return site_api.create(app, "kommunalhub", answers)
