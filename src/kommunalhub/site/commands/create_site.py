"""`kommunalhub create-site`: the site, once."""

from kommunalhub.site.accounts import SITE_ADMIN
from kommunalhub.site.identity.operations import read_file
from kommunalhub.site.identity.rules import WrongAnswers
from kommunalhub.site.server import configuration
from kommunalhub.site.server import process
from kommunalhub.site.server import sites
from kommunalhub.site.server.passwords import path_of
from kommunalhub.site.server.printedmail import print_all_mail
from kommunalhub.site.server.steps import step


def run(args):
    identity = None
    if args.answers:
        if args.demo:
            raise configuration.Refused("Demo content tells of another hub: leave --demo out.")
        try:
            identity = read_file(args.answers)
        except WrongAnswers as wrong:
            raise configuration.Refused(f"{args.answers}: {wrong}") from wrong
    with process.zope(args.ini):
        ensure_site(args.site_id, args.demo, args.address, identity)


def ensure_site(site_id, demo, address=None, identity=None):
    """Create the site unless it exists, and say which; return whether it is a demo site.

    identity: table of the answers of another hub.
    address: under which people reach it; None leaves what is set.
    """
    with sites.root() as app:
        if sites.has_site(app, site_id):
            print(f"The site {site_id} exists: its data stays as it is.")
        else:
            if demo:
                print_all_mail()
            with step(f"Creating the site {site_id}"):
                sites.create_site(app, site_id, demo, identity)
            print(f"The site's manager {SITE_ADMIN}: password in {path_of(SITE_ADMIN)}")
        if address is not None:
            sites.set_address(app, site_id, address)
            print(f"The site answers under {address}, and on this machine under localhost.")
        return sites.is_demo(app[site_id])
