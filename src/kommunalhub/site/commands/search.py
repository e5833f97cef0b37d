"""`kommunalhub search rebuild` and `search reread`: the index, and the text of files."""

from kommunalhub.search.interfaces import INDEX
from kommunalhub.search.interfaces import ISearchEngine
from kommunalhub.site.commands.rereading import reread
from kommunalhub.site.server import process
from kommunalhub.site.server import sites
from plone import api
from zope.component import getUtility


HANDED_OVER = ("site_id", "verb", "which")


def work(options, tell):
    """Do what the verb says for a site."""
    with sites.opened(options["site_id"]) as portal:
        if options["verb"] == "reread":
            reread(portal, options["which"] == "failed", tell)
        else:
            rebuild(tell)
    return 0


run = process.alone(work)


def rebuild(tell):
    """Read all texts anew into the full-text index of this process."""
    index = api.portal.get_tool("portal_catalog").Indexes[INDEX]
    count = getUtility(ISearchEngine).rebuild(
        index, lambda done, total: tell(f"{done} of {total} texts")
    )
    tell(f"{count} texts")
