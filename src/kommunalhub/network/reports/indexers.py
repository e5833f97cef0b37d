"""What the catalog knows of reports of experience, so that no list wakes one."""

from kommunalhub.network.reports.interfaces import IExperienceReport
from plone.indexer.decorator import indexer


@indexer(IExperienceReport)
def experience_cost(obj):
    return obj.cost


@indexer(IExperienceReport)
def experience_town(obj):
    return obj.town


@indexer(IExperienceReport)
def experience_fields(obj):
    return sorted(obj.theme_fields or ())


@indexer(IExperienceReport)
def experience_source(obj):
    return obj.source


@indexer(IExperienceReport)
def experience_searchable(obj):
    """Return what a report is found by; whom to ask is no word of it."""
    parts = (
        *(obj.title, obj.description, obj.what, obj.for_whom),
        *(obj.worked, obj.went_wrong, obj.again),
    )
    return " ".join(part for part in parts if part)
