"""The media of an exhibit, read."""

from Acquisition import aq_parent
from kommunalhub.lib.htmltext import text_of
from kommunalhub.showroom.interfaces import IExhibit
from kommunalhub.showroom.interfaces import IMedium


def media_of(exhibit, portal_type=None):
    """Return the media that stand in an exhibit, in their order; those of one type if one is named.

    Whoever sees the exhibit sees them all, so nobody is asked again.
    """
    found = (one for one in exhibit.objectValues() if IMedium.providedBy(one))
    return [one for one in found if portal_type in (None, one.portal_type)]


def exhibit_of(medium):
    """Return the exhibit that a medium stands in, None where it stands elsewhere."""
    around = aq_parent(medium)
    return around if IExhibit.providedBy(around) else None


def has_text(exhibit):
    """Return whether the text of an exhibit says something."""
    return bool(exhibit.text) and bool(text_of(exhibit.text.raw).strip())
