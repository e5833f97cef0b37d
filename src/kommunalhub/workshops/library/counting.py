"""How often a material is read and downloaded: numbers by day, never who did (see core.tally)."""

from collections import Counter
from kommunalhub.core.tally import operations as tally
from kommunalhub.core.tally.kinds import Kind
from kommunalhub.workshops import workflow
from plone import api
from plone.uuid.interfaces import IUUID


VIEWS = Kind("materials.views")
DOWNLOADS = Kind("materials.downloads")


def note(kind, material):
    """Count one use of a released material; writes nothing in this request."""
    if api.content.get_state(material, default=None) in workflow.RELEASED:
        tally.count(kind, IUUID(material))


def used(portal):
    """Return Counter {uid: number of views and downloads} of the last twelve months."""
    found = Counter()
    for kind in (VIEWS, DOWNLOADS):
        found.update(dict(tally.totals(portal, kind)))
    return found
