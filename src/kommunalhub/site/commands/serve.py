"""`kommunalhub serve`: one process that has the site and answers for it."""

from contextlib import nullcontext
from kommunalhub.core.jobs.worker import VARIABLE
from kommunalhub.site.accounts import DEMO_PASSWORD
from kommunalhub.site.commands.create_site import ensure_site
from kommunalhub.site.commands.create_site import identity_of
from kommunalhub.site.server import configuration
from kommunalhub.site.server import handover
from kommunalhub.site.server import process
from kommunalhub.site.server import ticking
from kommunalhub.site.server.printedmail import print_all_mail

import os


LOOPBACK = {"127.0.0.1", "::1", "localhost"}
PEOPLE = """
Demo people, password {password}:
  hubleitung berater trainer support startup
  <oldenburg|malente|lensahn|dataport>-<mitarbeit|redaktion|pruefung>, for example malente-redaktion
Mail is printed here and never sent.
"""


def run(args):
    identity = identity_of(args)
    with process.zope(args.ini) as app:
        if ensure_site(args.site_id, args.demo, args.address, identity):
            if args.host not in LOOPBACK:
                raise configuration.Refused(
                    f"The site {args.site_id} has people whose password is known:"
                    " it is served on this machine only (--host 127.0.0.1)."
                )
            print_all_mail()
            print(PEOPLE.format(password=DEMO_PASSWORD))
        if args.rehearsal:
            os.environ[VARIABLE] = "tick"  # and nothing ticks: mails that wait in a copy stay there
            print_all_mail()
            print("A rehearsal: no mail goes out, and nothing is done by itself.")
        name = "localhost" if args.host in LOOPBACK else args.host
        print(f"\n  http://{name}:{args.port}/{args.site_id}\n\nCtrl+C stops it.", flush=True)
        home = handover.clienthome(args.ini)
        clock = nullcontext() if args.rehearsal else ticking.ticking(args.site_id)
        with handover.listening(home), clock:
            process.serve(app, args.claimed, args.threads)
