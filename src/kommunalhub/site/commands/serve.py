"""`kommunalhub serve`: one process that has the site and answers for it."""

from kommunalhub.site.accounts import DEMO_PASSWORD
from kommunalhub.site.commands.create_site import ensure_site
from kommunalhub.site.server import configuration
from kommunalhub.site.server import handover
from kommunalhub.site.server import process
from kommunalhub.site.server import ticking
from kommunalhub.site.server.printedmail import print_all_mail


LOOPBACK = {"127.0.0.1", "::1", "localhost"}
PEOPLE = """
Demo people, password {password}:
  hubleitung berater trainer support startup
  <oldenburg|malente|lensahn|dataport>-<mitarbeit|redaktion|pruefung>, for example malente-redaktion
Mail is printed here and never sent.
"""


def run(args):
    with process.zope(args.ini) as app:
        if ensure_site(args.site_id, args.demo, args.address):
            if args.host not in LOOPBACK:
                raise configuration.Refused(
                    f"The site {args.site_id} has people whose password is known:"
                    " it is served on this machine only (--host 127.0.0.1)."
                )
            print_all_mail()
            print(PEOPLE.format(password=DEMO_PASSWORD))
        name = "localhost" if args.host in LOOPBACK else args.host
        print(f"\n  http://{name}:{args.port}/{args.site_id}\n\nCtrl+C stops it.", flush=True)
        home = handover.clienthome(args.ini)
        with handover.listening(home), ticking.ticking(args.site_id):
            process.serve(app, args.claimed, args.threads)
