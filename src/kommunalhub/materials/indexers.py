"""What the catalog knows of materials, so that no list wakes an object."""

from kommunalhub.approvals.interfaces import ICaseExtra
from kommunalhub.core.kept import kept
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.materials import rules
from kommunalhub.materials.interfaces import IWorkshopMaterial
from kommunalhub.search.interfaces import IFileSource
from kommunalhub.search.reading.indexers import with_file_text
from kommunalhub.search.texts import words_of_rich
from plone.app.iterate.interfaces import IBaseline
from plone.app.iterate.interfaces import IWorkingCopy
from plone.indexer.decorator import indexer
from zope.component import adapter
from zope.interface import implementer


@indexer(IWorkshopMaterial)
def topics(obj):
    return sorted(obj.topics or ())


@indexer(IWorkshopMaterial)
def audience(obj):
    return sorted(obj.audience or ())


@indexer(IWorkshopMaterial)
def level(obj):
    return obj.level


def kind_of(material):
    """Return the token of the file's kind, "video" or "text"."""
    ending = rules.extension(material.file.filename) if material.file else None
    return rules.kind_of_material(ending if ending in rules.KINDS else None, material.video_url)


@indexer(IWorkshopMaterial)
def review_on(obj):
    """Return the day on which the material is to be looked at, unless that was asked for already.

    ISO, so that the index can be asked for all days up to one.
    """
    if obj.review_on is None or kept(obj, "review_asked") == obj.review_on:
        raise AttributeError("review_on")
    return obj.review_on.isoformat()


@indexer(IWorkshopMaterial)
def file_kind(obj):
    return kind_of(obj)


@indexer(IWorkshopMaterial)
def file_size(obj):
    """Return the size of the file in bytes, 0 without a file."""
    return obj.file.getSize() if obj.file else 0


@indexer(IWorkshopMaterial)
def searchable_text(obj):
    """Return what a material is found by: its words, the names of its topics, the file's text.

    Nothing is read here: the text is what the last reading of the file has left.
    """
    topics = titles_of("kommunalhub.material_topics")
    named = [str(topics[token].default) for token in obj.topics or () if token in topics]
    parts = (
        obj.title,
        obj.description,
        obj.workshop_title,
        kept(obj, "case_number"),
        *named,
        words_of_rich(obj.text),
    )
    return with_file_text(" ".join(part for part in parts if part), obj)


@implementer(IFileSource)
@adapter(IWorkshopMaterial)
class MaterialSource:
    """What is read of a material: its file, else the subtitles of its video."""

    def __init__(self, context):
        self.context = context

    @property
    def file(self):
        return self.context.file or self.context.subtitles


@implementer(ICaseExtra)
@adapter(IWorkshopMaterial)
class MaterialExtra:
    """What the conditions in workflow.py and the lists need."""

    def __init__(self, context):
        self.context = context

    def __call__(self):
        material = self.context
        return {
            "revised": IBaseline.providedBy(material),
            "revision": IWorkingCopy.providedBy(material),
            "review_on": material.review_on.isoformat() if material.review_on else None,
        }
