"""The verbs of news: make the folder that gathers them."""

from kommunalhub import _
from kommunalhub.core.sections import ensure_section
from kommunalhub.editorial.news.interfaces import INewsSection
from kommunalhub.editorial.news.reading import TYPE
from Products.CMFCore.permissions import AddPortalContent


SECTION = "aktuelles"
ADD = "plone.app.contenttypes: Add News Item"
#: News of no administration are the hub's own.
ADDERS = ["HubManager", "Manager"]


def ensure_news(portal):
    """Return the folder `aktuelles`, made if it is missing."""
    if SECTION in portal.objectIds():
        return portal[SECTION]
    folder = ensure_section(
        portal,
        SECTION,
        _("section_news", default="News"),
        _("section_news_about", default="What the administrations and the hub have to tell."),
        INewsSection,
        layout="news",
        addable=TYPE,
        adders=dict.fromkeys((AddPortalContent, ADD), ADDERS),
    )
    folder.exclude_from_nav = True  # the home pages lead here, and the header is full
    folder.reindexObject()
    return folder
