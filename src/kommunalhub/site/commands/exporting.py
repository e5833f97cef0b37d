"""`kommunalhub export`: contents of the site, as plone.exportimport reads them."""

from kommunalhub.core.acting import as_system
from kommunalhub.core.language import in_site_language
from kommunalhub.editorial.moving import exporting
from kommunalhub.editorial.moving.places import folder_at
from kommunalhub.editorial.moving.places import PlaceRefused
from kommunalhub.site.server import process
from kommunalhub.site.server import sites


HANDED_OVER = ("site_id", "target", "place")


def run(args):
    with process.zope(args.ini):
        return work(vars(args), process.say)


def work(options, tell):
    """Export and say what is left out; 1 where something could not be written."""
    with sites.root() as app:
        portal = sites.site_of(app, options["site_id"], tell)
        if portal is None:
            return 1
        with as_system(portal):
            try:
                return export(options, tell)
            except (PlaceRefused, exporting.TargetRefused) as refused:
                tell(in_site_language(refused.args[0]))
                return 1


def export(options, tell):
    place = folder_at(options["place"] or "")
    written, left = exporting.export(
        place, options["target"], lambda count: tell(f"{count} written")
    )
    kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(written.items()))
    tell(f"{sum(written.values())} contents written to {options['target']}: {kinds}")
    for path in left:
        tell(f"  {path} could not be written; the log says why.")
    tell(f"What it does not have stands in {exporting.README}.")
    return 1 if left else 0
