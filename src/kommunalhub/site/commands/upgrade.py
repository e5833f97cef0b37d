"""`kommunalhub upgrade`: a site brought to what the installed version expects."""

from kommunalhub.site.server import process
from kommunalhub.site.server import sites
from kommunalhub.site.server.steps import step
from plone import api
from zope.component.hooks import setSite

import transaction


PROFILE = "kommunalhub:default"


def run(args):
    with process.zope(args.ini), sites.opened(args.site_id) as portal:
        return upgrade(portal, process.say)


def upgrade(portal, tell):
    """Run all steps that a site lacks, in one transaction; return the exit code."""
    setSite(portal)
    setup = api.portal.get_tool("portal_setup")
    before = version_of(setup)
    if before is None:
        tell("The add-on is not in this site.")
        return 1
    titles = [one["title"] for one in flat(setup.listUpgrades(PROFILE))]
    if not titles:
        tell(f"Nothing to do: the site is at {before}.")
        return 0
    with step(f"Upgrading the site from {before}"):
        setup.upgradeProfile(PROFILE)
        transaction.commit()
    for title in titles:
        tell(f"- {title}")
    tell(f"The site is at {version_of(setup)}.")
    return 0


def version_of(setup):
    """Return the version that a site is at, None where the add-on is not installed."""
    version = setup.getLastVersionForProfile(PROFILE)
    return None if version == "unknown" else ".".join(version)


def flat(steps):
    """Yield all steps of what listUpgrades returns, in their order: groups are lists."""
    for one in steps:
        if isinstance(one, list):
            yield from flat(one)
        else:
            yield one
