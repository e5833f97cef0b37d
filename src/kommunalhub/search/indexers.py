"""What the catalog knows of everything, for filters."""

from plone import api
from plone.dexterity.interfaces import IDexterityContent
from plone.indexer.decorator import indexer


@indexer(IDexterityContent)
def section(obj):
    """Return the id of the folder at the top of the site that a thing stands in."""
    below = obj.getPhysicalPath()[len(api.portal.get().getPhysicalPath()) :]
    if len(below) < 2:
        raise AttributeError("section")
    return below[0]


@indexer(IDexterityContent)
def year_changed(obj):
    """Return the year of the last change as text."""
    return str(obj.modified().year())
