"""The verbs of the showroom."""

from kommunalhub import _
from kommunalhub.approvals.clock import operations as clock
from kommunalhub.approvals.operations import note_edit
from kommunalhub.core import formatting
from kommunalhub.core.caching.revision import advance
from kommunalhub.core.caching.revision import is_public
from kommunalhub.core.sections import ensure_section
from kommunalhub.core.tools import site
from kommunalhub.lib import pictures
from kommunalhub.showroom import media
from kommunalhub.showroom import workflow
from kommunalhub.showroom.interfaces import IShowroom
from plone.namedfile.file import NamedBlobImage
from Products.CMFCore.permissions import AddPortalContent
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


SECTION = "showroom"
#: Who adds exhibits: authors of the administrations and the hub.
ADDERS = ["Author", "HubManager", "Manager"]
#: What a picture is made into: large enough for a screen, without what the camera wrote.
LARGEST = (2400, 2400)
MADE = "_showroom_picture"


def ensure_sections(portal):
    """Return the folder `showroom`, made if it is missing."""
    return ensure_section(
        portal,
        SECTION,
        _("section_showroom", default="Showroom"),
        _(
            "section_showroom_about",
            default="Tours, films, objects and pictures from the region, for everybody.",
        ),
        IShowroom,
        layout="showroom",
        addable=workflow.TYPE,
        adders=dict.fromkeys((AddPortalContent, workflow.ADD), ADDERS),
    )


def showroom_of(portal):
    """Return the folder of the exhibits, None where it is not there."""
    return portal.unrestrictedTraverse(SECTION, None)


def make_picture_anew(thing):
    """Take out of the picture of a thing what a camera wrote, and make it no larger than shown."""
    image = thing.image
    if image is None or getattr(image, MADE, False):
        return
    made = pictures.made_anew(image.data, LARGEST)
    name = (image.filename or "bild").rpartition(".")[0] or "bild"
    new = NamedBlobImage(made.data, contentType=pictures.MEDIA_TYPE, filename=f"{name}.webp")
    setattr(new, MADE, True)
    thing.image = new


def follow_medium(medium, action):
    """Let an exhibit follow when a medium came, was changed or went; action as of files."""
    exhibit = media.exhibit_of(medium)
    if exhibit is not None:
        note_medium(exhibit, medium, action)


def note_medium(exhibit, medium, action):
    """Write down who changed a medium of an exhibit, and look anew at what it lacks."""
    note_edit(exhibit, "file", action, [medium.Title()])
    look_anew(exhibit)


def look_anew(exhibit):
    """Tell the catalog and the clock what an exhibit lacks now; its page is made anew."""
    exhibit.setModificationDate()
    clock.recompute(exhibit, formatting.now())
    exhibit.reindexObject(idxs=["case_extra", "awaiting", "exhibit_facts", "modified"])
    if is_public(exhibit):
        advance(site())


def move(medium, by):
    """Put a medium one place earlier (by=-1) or later (by=1) among its kind; not past an end."""
    exhibit = media.exhibit_of(medium)
    ids = [other.getId() for other in media.media_of(exhibit, medium.portal_type)]
    at = ids.index(medium.getId())
    if not 0 <= at + by < len(ids):
        return
    ordering = exhibit.getOrdering()
    # media of other kinds may lie between them
    far = abs(exhibit.getObjectPosition(ids[at]) - exhibit.getObjectPosition(ids[at + by]))
    shift = ordering.moveObjectsUp if by < 0 else ordering.moveObjectsDown
    shift([medium.getId()], delta=far)
    notify(ObjectModifiedEvent(exhibit))
