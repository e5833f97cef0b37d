"""`kommunalhub import`: pages, pictures and files of another site, as drafts."""

from kommunalhub.editorial.moving import operations
from kommunalhub.editorial.moving import report
from kommunalhub.editorial.moving import sources
from kommunalhub.editorial.moving.places import place_of
from kommunalhub.editorial.moving.planning import plan
from kommunalhub.site.commands.moving import at_work
from kommunalhub.site.commands.moving import Progress
from kommunalhub.site.server import process
from pathlib import PurePath


HANDED_OVER = (
    *("site_id", "source", "partner", "into", "base_url", "source_name"),
    *("write", "report"),
)


def work(options, tell):
    """Take a source over, or tell what that would do; 1 when something was refused."""
    with at_work(options["site_id"]):
        made = planned(options, tell)
        for line in report.lines_of(made):
            tell(line)
        if options["report"]:
            report.written(made, options["report"])
            tell(f"Report: {options['report']}")
        if not options["write"]:
            tell("Nothing was changed. With --write it is taken over.")
        return 1 if any(piece.is_refused for piece in made.pieces) else 0


run = process.alone(work)


def planned(options, tell):
    """Return the Plan of a source, written if that is wanted."""
    place = place_of(options["into"], options["partner"])
    base, source_name = options["base_url"] or "", options["source_name"] or ""
    called = source_name or base or PurePath(options["source"]).name
    with sources.opened(options["source"]) as source:
        made = plan(source, place, base, called, source_name, Progress("read", tell))
        if options["write"]:
            operations.write(made, Progress("written", tell))
    return made
