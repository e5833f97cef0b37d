"""How often a material is read and downloaded: numbers by day, never who did (see core.tally)."""

from collections import Counter
from kommunalhub.core import asking
from kommunalhub.core.tally import operations as tally
from kommunalhub.core.tally.kinds import TallyKind
from kommunalhub.materials import workflow
from plone import api
from plone.uuid.interfaces import IUUID


VIEWS = TallyKind("materials.views")
DOWNLOADS = TallyKind("materials.downloads")


def note(kind, material):
    """Count one use of a released material by a reader; writes nothing in this request."""
    if api.content.get_state(material, default=None) not in workflow.RELEASED:
        return
    if not is_author(material):
        tally.count(kind, IUUID(material))


def is_author(material):
    """Return whether who looks has written the material: looking after it is no use of it."""
    if asking.is_anonymous():
        return False
    user = api.user.get_current()
    return user.getId() in material.listCreators() or "Owner" in user.getRolesInContext(material)


def used(portal):
    """Return Counter {uid: number of views and downloads} of the last twelve months."""
    found = Counter()
    for kind in (VIEWS, DOWNLOADS):
        found.update(dict(tally.totals(portal, kind)))
    return found
