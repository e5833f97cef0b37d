"""`kommunalhub search rebuild` and `search reread`: the index, and the text of files."""

from kommunalhub.search.interfaces import INDEX
from kommunalhub.search.interfaces import ISearchEngine
from kommunalhub.site.commands.rereading import reread
from kommunalhub.site.server import process
from kommunalhub.site.server import sites
from plone import api
from zope.component import getUtility
from zope.component.hooks import setSite


HANDED_OVER = ("site_id", "verb", "which")


def run(args):
    with process.zope(args.ini):
        return work(vars(args), process.say)


def work(options, tell):
    """Do what the verb says for a site; 1 where there is none."""
    with sites.root() as app:
        portal = sites.site_of(app, options["site_id"], tell)
        if portal is None:
            return 1
        if options["verb"] == "reread":
            reread(portal, options["which"] == "failed", tell)
        else:
            setSite(portal)
            rebuild(tell)
    return 0


def rebuild(tell):
    """Read all texts anew into the full-text index of this process."""
    index = api.portal.get_tool("portal_catalog").Indexes[INDEX]
    count = getUtility(ISearchEngine).rebuild(
        index, lambda done, total: tell(f"{done} of {total} texts")
    )
    tell(f"{count} texts")
