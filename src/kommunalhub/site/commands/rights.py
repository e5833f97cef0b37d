"""`kommunalhub rights`: whether anybody holds more, or less, than the lists say."""

from kommunalhub.security.rights import rolemap
from kommunalhub.site.server import process
from kommunalhub.site.server import sites


def run(args):
    """Compare and print one line for each deviation; return 1 when there is one."""
    with process.zope(args.ini, read_only=True), sites.opened(args.site_id) as portal:
        found = rolemap.compare(portal)
    for deviation in found:
        print(deviation)
    if not found:
        print("Everybody holds what the lists say, and nothing else.")
    return 1 if found else 0
