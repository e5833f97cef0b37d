"""The sections that parts of the room add to pages, in their order."""

from kommunalhub.funding.applications.interfaces import IApplicationPart
from kommunalhub.funding.applications.interfaces import ICasePart
from zope.component import getAdapters


def case_sections(case, request):
    """Return [{id, title, html}] for the page of a case."""
    return _sections(getAdapters((case, request), ICasePart))


def application_sections(case, request, application):
    """Return [{id, title, html}] for the page of an application."""
    return _sections(getAdapters((case, request, application), IApplicationPart))


def _sections(found):
    parts = sorted((part for _name, part in found), key=lambda part: (part.order, part.id))
    sections = [{"id": part.id, "title": part.title, "html": part.html()} for part in parts]
    return [section for section in sections if section["html"]]
