"""`kommunalhub pack`: a database without its distant past."""

from kommunalhub.site.server import process
from kommunalhub.site.server.steps import step

import Zope2


def run(args):
    with process.zope(args.ini):
        database = Zope2.DB
        before = database.getSize()
        with step("Packing the database"):
            database.pack(days=args.days)
        print(f"{before / 1e6:.1f} MB before, {database.getSize() / 1e6:.1f} MB now")
