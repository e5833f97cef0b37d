"""`kommunalhub create-site`: the site, once."""

from contextlib import contextmanager
from kommunalhub.site.accounts import SITE_ADMIN
from kommunalhub.site.identity import rules
from kommunalhub.site.identity.operations import read_file
from kommunalhub.site.server import configuration
from kommunalhub.site.server import process
from kommunalhub.site.server import sites
from kommunalhub.site.server.passwords import path_of
from kommunalhub.site.server.printedmail import print_all_mail
from kommunalhub.site.server.steps import step


def run(args):
    identity = identity_of(args)
    with process.zope(args.ini):
        ensure_site(args.site_id, args.demo, args.address, identity)


def identity_of(args):
    """Return (file, table, lines) of the answers of another hub, None where there are none."""
    if not args.answers:
        return None
    if args.demo:
        raise configuration.Refused("Demo content tells of another hub: leave --demo out.")
    with told(args.answers):
        table, lines = read_file(args.answers)
    with told(args.answers, lines):
        rules.read(table)
    return args.answers, table, lines


@contextmanager
def told(file, lines=()):
    """Say all that is wrong with a file of answers, and at which line."""
    try:
        yield
    except rules.WrongAnswers as wrong:
        faults = "\n  ".join(wrong.told(dict(lines)))
        raise configuration.Refused(f"no hub can be made of {file}:\n  {faults}") from wrong


def ensure_site(site_id, demo, address=None, identity=None):
    """Create the site unless it exists, and say which; return whether it is a demo site.

    identity: what `identity_of` returns.
    address: under which people reach it; None leaves what is set.
    """
    file, table, lines = identity or (None, None, ())
    with sites.root() as app:
        if sites.has_site(app, site_id):
            print(f"The site {site_id} exists: its data stays as it is.")
        else:
            if demo:
                print_all_mail()
            with told(file, lines), step(f"Creating the site {site_id}"):
                sites.create_site(app, site_id, demo, table)
            print(f"The site's manager {SITE_ADMIN}: password in {path_of(SITE_ADMIN)}")
        if address is not None:
            sites.set_address(app, site_id, address)
            print(f"The site answers under {address}, and on this machine under localhost.")
        return sites.is_demo(app[site_id])
