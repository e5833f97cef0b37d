"""What the catalog knows of files."""

from kommunalhub.search.reading import state
from kommunalhub.search.reading.texts import FileText
from plone.app.contenttypes.indexers import SearchableText
from plone.dexterity.interfaces import IDexterityContent
from plone.indexer.decorator import indexer
from plone.indexer.interfaces import IIndexer
from zope.interface import implementer


def with_file_text(words, obj):
    """Return the words of a thing followed by what its file says."""
    text = FileText(obj).text
    return f"{words}\n{text}" if text else words


@implementer(IIndexer)
class SearchableFile:
    """What a file is found by; Plone's own indexer would run programs in the request.

    A class and no decorated function, for the site's component registry keeps it by its name.
    """

    def __init__(self, context, catalog):
        self.context = context

    def __call__(self):
        return with_file_text(SearchableText(self.context), self.context)


@indexer(IDexterityContent)
def file_reading(obj):
    """Return "waiting", the outcome of reading the file, or "" where there is none."""
    return state.outcome_of(obj) or ""


@indexer(IDexterityContent)
def file_preview(obj):
    """Return text that changes with the picture of a file's first page, "" where there is none."""
    picture = state.picture_of(obj)
    return picture.mark if picture is not None else ""


@indexer(IDexterityContent)
def file_unit(obj):
    """Return what the pages of a file are, see IFileText.unit; "" where there are none."""
    return FileText(obj).unit or ""
