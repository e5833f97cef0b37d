"""What others ask of a thing's file: which one it is, and what it says."""

from Acquisition import aq_base
from kommunalhub.search.interfaces import IFileSource
from kommunalhub.search.interfaces import IFileText
from kommunalhub.search.reading import state
from plone.dexterity.interfaces import IDexterityContent
from plone.namedfile.interfaces import INamedBlobFile
from zope.component import adapter
from zope.interface import implementer


@implementer(IFileSource)
@adapter(IDexterityContent)
class FileField:
    """The field `file` of whatever has one."""

    def __init__(self, context):
        self.context = context

    @property
    def file(self):
        file = getattr(aq_base(self.context), "file", None)
        return file if INamedBlobFile.providedBy(file) else None


@implementer(IFileText)
@adapter(IDexterityContent)
class FileText:
    """What is kept of the last reading."""

    def __init__(self, context):
        self.kept = state.kept_of(context)

    @property
    def unit(self):
        return self.kept.unit if self.kept is not None else None

    @property
    def kind(self):
        return self.kept.kind if self.kept is not None else None

    @property
    def version(self):
        return self.kept.version if self.kept is not None else ""

    @property
    def parts(self):
        return self.kept.parts if self.kept is not None else ()

    @property
    def pages(self):
        return tuple((part.number, part.text) for part in self.parts)

    @property
    def text(self):
        return "\n".join(text for _number, text in self.pages)
