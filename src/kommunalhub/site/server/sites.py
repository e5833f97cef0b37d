"""The root account and the site in Zope's database."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.users import system
from contextlib import contextmanager
from kommunalhub.core.transactions import aside
from kommunalhub.security.address import RECORD
from kommunalhub.site.accounts import ROOT_ADMIN
from kommunalhub.site.identity.rules import read
from kommunalhub.site.server.configuration import Refused
from kommunalhub.site.server.passwords import password
from kommunalhub.site.server.passwords import path_of
from OFS.userfolder import UserFolder
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from plone.distribution.api import distribution
from plone.distribution.api import site as site_api
from Testing.makerequest import makerequest
from zope.component.hooks import setSite
from zope.component.hooks import site
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest

import logging
import transaction
import Zope2


logger = logging.getLogger("kommunalhub.progress")
TITLE = "Digitaler Hub Oldenburg in Holstein"
DESCRIPTION = "Fördermittelberatung, Weiterbildung und Co-Working für Verwaltungen in Ostholstein."


@contextmanager
def root():
    """Open Zope's root as the system, with a request; what is not committed is dropped."""
    app = makerequest(Zope2.app(), environ={"HTTP_ACCEPT_LANGUAGE": "de"})
    setRequest(app.REQUEST)
    try:
        newSecurityManager(None, system)
        yield app
    finally:
        setSite(None)
        transaction.abort()
        noSecurityManager()
        clearRequest()
        app._p_jar.close()


def ensure_root_admin(event):
    """Give a new database an account of Zope's own, with a generated password."""
    if aside(event.database, _make_root_admin):
        logger.info("Zope's account %s: password in %s", ROOT_ADMIN, path_of(ROOT_ADMIN))


def _make_root_admin(connection):
    """Return whether the account had to be made."""
    users = connection.root()["Application"].acl_users
    # the first Plone site of a database puts something richer in the place of this folder
    if not isinstance(users, UserFolder) or users.getUserNames():
        return False
    users.userFolderAddUser(ROOT_ADMIN, password(ROOT_ADMIN), ["Manager"], [])
    return True


def has_site(app, site_id):
    """Return whether there is a Plone site of that id."""
    return IPloneSiteRoot.providedBy(app.get(site_id))


@contextmanager
def opened(site_id):
    """Open Zope's root and have its Plone site of that id at work; raise Refused without one."""
    with root() as app:
        if not has_site(app, site_id):
            raise Refused(f"There is no site {site_id}.")
        setSite(app[site_id])
        yield app[site_id]


def is_demo(portal):
    """Return whether the site was made with demo content and its well-known passwords."""
    with site(portal):
        report = distribution.get_creation_report(portal)
    return bool(report and report.answers.get("setup_content"))


def set_address(app, site_id, address):
    """Say under which address people reach the site; requests under others are refused."""
    with site(app[site_id]):
        api.portal.set_registry_record(RECORD, address)
    transaction.commit()


def create_site(app, site_id, demo, identity=None):
    """Make the site in one transaction; nothing of it stays when a step fails.

    identity: the table of a file of answers, for another hub than the one of the profile.
    Raises WrongAnswers where it is none, or the site does not take a value of it.
    """
    told = read(identity) if identity else None
    answers = {
        "site_id": site_id,
        "title": told.title if told else TITLE,
        "description": told.description if told else DESCRIPTION,
        "default_language": "de",
        "portal_timezone": "Europe/Berlin",
        "setup_content": demo,
    }
    if identity:
        answers["identity"] = identity
    return site_api.create(app, "kommunalhub", answers)
