"""@@nachrichten.atom: what everybody may read of the news here, for programs that subscribe.

Who asks does not matter: it is asked of the catalog as somebody who is not signed in.
"""

from datetime import datetime
from datetime import UTC
from kommunalhub.approvals.pages import PUBLIC
from kommunalhub.core.acting import as_anonymous
from kommunalhub.core.caching.revision import public_revision
from kommunalhub.core.language import site_language
from kommunalhub.core.tools import site
from kommunalhub.editorial.news import rules
from kommunalhub.editorial.news.interfaces import INewsSection
from kommunalhub.editorial.news.reading import ReleasedNews
from Products.Five import BrowserView
from xml.etree import ElementTree
from zope.i18n import translate


ATOM = "http://www.w3.org/2005/Atom"
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)


class Feed(BrowserView):
    """News of the folder and below; of the hub's own folder those of all administrations."""

    def __call__(self):
        response = self.request.response
        response.setHeader("Content-Type", "application/atom+xml; charset=utf-8")
        return ElementTree.tostring(self.feed(), encoding="utf-8", xml_declaration=True)

    def fingerprint(self):
        """Return what changes with the feed: it is the same for everybody."""
        return str(public_revision(site()))

    def rows(self):
        path = "/".join(self.context.getPhysicalPath())
        with as_anonymous():
            found = ReleasedNews(
                path=None if INewsSection.providedBy(self.context) else path, states=(PUBLIC,)
            )
            return found.rows(found.newest[: rules.IN_FEED])

    def feed(self):
        rows, url = self.rows(), self.context.absolute_url()
        ElementTree.register_namespace("", ATOM)
        feed = ElementTree.Element(f"{{{ATOM}}}feed", {_XML_LANG: site_language()})
        _add(feed, "title", f"{self.context.Title()} – {site().Title()}")
        _add(feed, "id", f"{url}/@@{self.__name__}")
        _add(feed, "updated", max(map(_updated, rows), default=BEGINNING).isoformat())
        _add(feed, "link", href=url, rel="alternate", type="text/html")
        _add(feed, "link", href=f"{url}/@@{self.__name__}", rel="self", type="application/atom+xml")
        _person(feed, site().Title())
        for row in rows:
            self.entry(feed, row)
        return feed

    def entry(self, feed, row):
        entry = _add(feed, "entry")
        _add(entry, "title", row["title"])
        _add(entry, "id", f"urn:uuid:{_uuid(row['uid'])}")
        _add(entry, "link", href=row["url"], rel="alternate", type="text/html")
        _add(entry, "published", row["out"].isoformat())
        _add(entry, "updated", _updated(row).isoformat())
        _add(entry, "summary", row["text"])
        if row["partner"]:
            _person(entry, row["partner"])
        for topic in row["topics"]:
            _add(entry, "category", term=translate(topic, context=self.request))


_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _add(parent, name, text=None, **attributes):
    element = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = text
    return element


def _updated(row):
    return max(row["out"], row["changed"])


def _person(parent, name):
    _add(_add(parent, "author"), "name", name)


def _uuid(uid):
    """Return a UID of Plone as others write it.

    >>> _uuid("0123456789abcdef0123456789abcdef")
    '01234567-89ab-cdef-0123-456789abcdef'
    """
    return "-".join((uid[:8], uid[8:12], uid[12:16], uid[16:20], uid[20:]))
