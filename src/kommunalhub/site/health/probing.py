"""Asks the parts of the hub how they do; changes nothing."""

from datetime import datetime
from kommunalhub.core import formatting
from kommunalhub.core.jobs.ledger import last_run
from kommunalhub.notices.box import store_of
from kommunalhub.search.analysis.query import parse
from kommunalhub.search.interfaces import INDEX
from kommunalhub.search.interfaces import ISearchEngine
from kommunalhub.site.health.rules import Reading
from plone import api
from zope.component import getUtility

import logging


logger = logging.getLogger(__name__)
#: Any word: what is asked is whether there is an answer.
WORD = parse("Hub")


def probe(portal):
    """Return the Reading of a site; whatever fails is not there, and the log says why."""
    now = formatting.now()
    try:
        # from the storage itself: the site may be in the memory of this process
        portal._p_jar.oldstate(portal, portal._p_serial)
        found = {**mail(portal), **tick(portal)}
    except Exception:
        logger.exception("the database does not answer")
        return Reading(now)
    return Reading(now, database=True, **search(), **found)


def search():
    """Ask the full-text index of this process a question."""
    try:
        engine = getUtility(ISearchEngine)
        index = api.portal.get_tool("portal_catalog").Indexes[INDEX]
        engine.search(index, WORD)
        return {"search": True, "unread": engine.waiting(index)}
    except Exception:
        logger.exception("the search does not answer")
        return {"search": False}


def mail(portal):
    """Ask the outbox what it has counted."""
    store = store_of(portal)
    waiting, refused, oldest = store.outbox.counts() if store is not None else (0, 0, None)
    return {"waiting": waiting, "refused": refused, "oldest": oldest}


def tick(portal):
    """Look at the record of the last run."""
    run = last_run(portal)
    if run is None:
        return {}
    return {
        "run": datetime.fromisoformat(run["when"]),
        "failed": sum(row[3] for row in run["jobs"]),
    }
