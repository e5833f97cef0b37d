"""`kommunalhub rights`: whether anybody holds more, or less, than the lists say."""

from kommunalhub.security.rights import rolemap
from kommunalhub.site.server import configuration
from kommunalhub.site.server import process
from kommunalhub.site.server import sites
from zope.component.hooks import setSite


def run(args):
    """Compare and print one line for each deviation; return 1 when there is one."""
    with process.zope(args.ini, read_only=True), sites.root() as app:
        if not sites.has_site(app, args.site_id):
            raise configuration.Refused(f"There is no site {args.site_id}.")
        setSite(app[args.site_id])
        found = rolemap.compare(app[args.site_id])
    for deviation in found:
        print(deviation)
    if not found:
        print("Everybody holds what the lists say, and nothing else.")
    return 1 if found else 0
