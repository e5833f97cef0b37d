"""The sections every case has: facts, timeline, documents."""

from hashlib import file_digest
from kommunalhub import _
from kommunalhub.approvals.answers.facts import as_html
from kommunalhub.approvals.answers.facts import Html
from kommunalhub.approvals.browser.case import CaseView
from kommunalhub.approvals.browser.story import story_of
from kommunalhub.approvals.case.actor import is_involved
from kommunalhub.approvals.casefile.interfaces import Facts
from kommunalhub.approvals.casefile.interfaces import ICaseFileSection
from kommunalhub.approvals.casefile.interfaces import Section
from kommunalhub.approvals.casefile.interfaces import Table
from kommunalhub.approvals.casefile.interfaces import Text
from kommunalhub.approvals.casefile.plaintext import text_of
from kommunalhub.approvals.documents.files import name_of
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.core import formatting
from kommunalhub.interfaces import IKommunalhubLayer
from plone.namedfile.interfaces import INamedBlobFile
from plone.namedfile.interfaces import INamedFile
from zope.component import adapter
from zope.component import queryMultiAdapter
from zope.i18n import translate
from zope.interface import implementer
from zope.security import checkPermission


#: What has one is something to do, no fact.
BUTTON = 'class="btn'


@implementer(ICaseFileSection)
@adapter(IApprovable, IKommunalhubLayer)
class CaseSection:
    """What all sections of a case share."""

    order = 0

    def __init__(self, case, request):
        self.case = case
        self.request = request

    def sections(self):
        return ()

    def said(self, message):
        return translate(message, context=self.request)


class FactsSections(CaseSection):
    """The groups of facts of the case's page, and what its type adds below them."""

    order = 10

    def sections(self):
        page = queryMultiAdapter((self.case, self.request), name="view")
        if not isinstance(page, CaseView):
            return
        for heading, rows in page.facts():
            shown = [(label, as_html(value, self.request)) for label, value in rows]
            facts = [(label, text_of(markup)) for label, markup in shown if BUTTON not in markup]
            if facts:
                yield Section(heading, (Facts(tuple(row for row in facts if row[1])),))
        for heading, markup in page.extra_sections():
            text = text_of(str(markup))
            if text:
                yield Section(heading, (Text(text),))


class TimelineSection(CaseSection):
    """The journal as the reader may see it, oldest first."""

    order = 50

    def sections(self):
        if not is_involved(self.case):
            return
        story = story_of(self.case, list(IJournal(self.case)))
        head = (
            _("casefile_entry", default="No."),
            _("casefile_when", default="When"),
            _("casefile_who", default="Who"),
            _("casefile_what", default="What"),
        )
        rows = tuple(
            (str(entry["seq"]), entry["when"], entry["who"] or "", Html(self.what(entry)))
            for entry in reversed(story)
        )
        if rows:
            table = Table(head, rows, widths=(2, 7, 7, 15))
            yield Section(_("heading_story", default="What happened"), (table,))

    def what(self, entry):
        """Return title, states, words and details of an entry as markup, a line each."""
        lines = [entry["title"]]
        if entry["states"]:
            lines.append(" → ".join(self.said(state) for state in entry["states"]))
        if entry["comment"]:
            lines.append(Html(f"„{entry['comment']}“"))
        if entry["details"]:
            lines.append(", ".join(self.said(part) for part in entry["details"]))
        lines.append(entry.get("removed") or "")
        return "<br>".join(as_html(line, self.request) for line in lines if line)


class DocumentsSection(CaseSection):
    """The files of the case with size and checksum, so that each can be known again."""

    order = 60

    def sections(self):
        files = [file for file in self.files() if file[1] is not None]
        if not files:
            return
        head = (
            _("casefile_file", default="File"),
            _("casefile_added", default="Added"),
            _("casefile_size", default="Size"),
            _("casefile_sha256", default="SHA-256"),
        )
        rows = tuple(
            (name, formatting.moment(added), size_text(blob.getSize()), sha256_of(blob))
            for name, blob, added in files
        )
        table = Table(head, rows, widths=(10, 7, 4, 11), exact=3)
        yield Section(_("heading_documents", default="Documents"), (table,))

    def files(self):
        """Yield (name, blob, when added): the case's own file first, then those inside it."""
        own = getattr(self.case.aq_base, "file", None)
        if INamedFile.providedBy(own) or INamedBlobFile.providedBy(own):
            yield own.filename or self.case.getId(), own, self.case.created().asdatetime()
        inside = [obj for obj in getattr(self.case, "objectValues", tuple)() if is_file(obj)]
        for obj in sorted(inside, key=lambda obj: obj.created()):
            yield name_of(obj), obj.file, obj.created().asdatetime()


def is_file(obj):
    return obj.portal_type == "File" and checkPermission("zope2.View", obj)


def size_text(size):
    """Return a number of bytes as people read it.

    >>> size_text(15360), size_text(3 * 1024 * 1024 // 2)
    ('15 KB', '1,5 MB')
    """
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")


def sha256_of(blob):
    with blob.open() as data:
        return file_digest(data, "sha256").hexdigest()
