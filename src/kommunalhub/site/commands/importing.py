"""`kommunalhub import`: pages, pictures and files of another site, as drafts."""

from kommunalhub.core.acting import as_system
from kommunalhub.core.language import in_site_language
from kommunalhub.editorial.moving import operations
from kommunalhub.editorial.moving import report
from kommunalhub.editorial.moving import said
from kommunalhub.editorial.moving import sources
from kommunalhub.editorial.moving.places import place_of
from kommunalhub.editorial.moving.places import PlaceRefused
from kommunalhub.editorial.moving.planning import plan
from kommunalhub.site.server import process
from kommunalhub.site.server import sites
from pathlib import PurePath
from time import monotonic

import transaction


HANDED_OVER = (
    *("site_id", "source", "partner", "into", "base_url", "source_name"),
    *("write", "report"),
)
#: Seconds between two lines of progress.
PROGRESS = 2


def run(args):
    with process.zope(args.ini):
        return work(vars(args), process.say)


def work(options, tell):
    """Take a source over, or tell what that would do; 1 when something was refused."""
    with sites.root() as app:
        portal = sites.site_of(app, options["site_id"], tell)
        if portal is None:
            return 1
        with as_system(portal):
            try:
                return take_over(options, tell)
            except (PlaceRefused, sources.SourceRefused) as refused:
                [token] = refused.args
                tell(in_site_language(said.reason(token) if isinstance(token, str) else token))
                return 1
            finally:
                transaction.abort()


def take_over(options, tell):
    """Plan, write if that is wanted, and report."""
    place = place_of(options["into"], options["partner"])
    base, source_name = options["base_url"] or "", options["source_name"] or ""
    called = source_name or base or PurePath(options["source"]).name
    with sources.opened(options["source"]) as source:
        made = plan(source, place, base, called, source_name, Progress("read", tell))
        if options["write"]:
            operations.write(made, Progress("written", tell))
    for line in report.lines_of(made):
        tell(line)
    if options["report"]:
        report.written(made, options["report"])
        tell(f"Report: {options['report']}")
    if not options["write"]:
        tell("Nothing was changed. With --write it is taken over.")
    return 1 if any(piece.is_refused for piece in made.pieces) else 0


class Progress:
    """Tells how far it is, every few seconds."""

    def __init__(self, what, tell):
        self.what, self.tell, self.last = what, tell, monotonic()

    def __call__(self, done, total):
        if monotonic() - self.last >= PROGRESS:
            self.last = monotonic()
            self.tell(f"{done} of {total} {self.what}")
