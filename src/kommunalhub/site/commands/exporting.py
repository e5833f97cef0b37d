"""`kommunalhub export`: contents of the site, as plone.exportimport reads them."""

from kommunalhub.editorial.moving import exporting
from kommunalhub.editorial.moving.places import folder_at
from kommunalhub.site.commands.moving import at_work
from kommunalhub.site.commands.moving import Progress
from kommunalhub.site.server import process


HANDED_OVER = ("site_id", "target", "place")


def work(options, tell):
    """Export and say what is left out; 1 where something could not be written."""
    with at_work(options["site_id"]):
        place = folder_at(options["place"] or "")
        written, left = exporting.export(place, options["target"], Progress("written", tell))
    kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(written.items()))
    tell(f"{sum(written.values())} contents written to {options['target']}: {kinds}")
    for path in left:
        tell(f"  {path} could not be written; the log says why.")
    tell(f"What it does not have stands in {exporting.README}.")
    return 1 if left else 0


run = process.alone(work)
