"""What the catalog knows of materials, so that no list wakes an object."""

from kommunalhub.approvals.interfaces import ICaseExtra
from kommunalhub.workshops import rules
from kommunalhub.workshops.interfaces import IWorkshopMaterial
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
def file_kind(obj):
    return kind_of(obj)


@indexer(IWorkshopMaterial)
def file_size(obj):
    """Return the size of the file in bytes, 0 without a file."""
    return obj.file.getSize() if obj.file else 0


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
