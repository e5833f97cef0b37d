"""What the catalog knows of materials, so that no list wakes an object."""

from kommunalhub.approvals.cases import kept
from kommunalhub.approvals.interfaces import ICaseExtra
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.workshops import rules
from kommunalhub.workshops.interfaces import IWorkshopMaterial
from kommunalhub.workshops.validation import words_of
from plone import api
from plone.app.iterate.interfaces import IBaseline
from plone.app.iterate.interfaces import IWorkingCopy
from plone.base.utils import safe_text
from plone.indexer.decorator import indexer
from ZODB.POSException import ConflictError
from zope.component import adapter
from zope.interface import implementer

import logging


logger = logging.getLogger(__name__)


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
    """Return what a material is found by: its words, the names of its topics, the file's text."""
    topics = titles_of("kommunalhub.material_topics")
    named = [str(topics[token].default) for token in obj.topics or () if token in topics]
    raw = obj.text.raw if obj.text else ""
    parts = (
        obj.title,
        obj.description,
        obj.workshop_title,
        kept(obj, "case_number"),
        *named,
        words_of(raw),
        file_text(obj.file) if obj.file else "",
    )
    return " ".join(part for part in parts if part)


def file_text(file) -> str:
    """Return the text of a file as far as Plone can read its kind, else nothing."""
    transforms = api.portal.get_tool("portal_transforms")
    try:
        data = transforms.convertTo(
            "text/plain", file.data, mimetype=file.contentType, filename=file.filename
        )
    except ConflictError:
        raise
    except Exception:  # a transform runs programs of others on files of others
        logger.warning("No text from %s", file.filename, exc_info=True)
        return ""
    return safe_text(data.getData() or "") if data is not None else ""


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
