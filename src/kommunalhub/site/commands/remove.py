"""`kommunalhub remove`: the add-on out of a site, with or without cases."""

from kommunalhub.site.leaving import cases
from kommunalhub.site.server import process
from kommunalhub.site.server import sites
from kommunalhub.site.server.steps import step
from plone.base.utils import get_installer
from zope.component.hooks import setSite

import transaction


PRODUCT = "kommunalhub"


def run(args):
    with process.zope(args.ini), sites.opened(args.site_id) as portal:
        return remove(portal, args.with_cases, process.say)


def remove(portal, with_cases, tell):
    """Take the add-on out of a site; return the exit code, 1 where nothing was changed."""
    setSite(portal)
    installer = get_installer(portal)
    if not installer.is_product_installed(PRODUCT):
        tell("The add-on is not in this site.")
        return 1
    found = cases.counted()
    if found and not with_cases:
        tell(f"There are {sum(found.values())} cases: {told(found)}.")
        tell("Nothing was changed. With --with-cases they are deleted for good; back up first.")
        return 1
    with step("Taking the add-on out of the site"), cases.with_cases():
        installer.uninstall_product(PRODUCT)
        transaction.commit()
    tell(f"Deleted for good: {told(found) or 'no cases'}. Pages and people have stayed.")
    return 0


def told(found):
    return ", ".join(f"{number} {name}" for name, number in sorted(found.items()))
