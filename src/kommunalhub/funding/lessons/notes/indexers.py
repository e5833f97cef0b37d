"""What the catalog knows of experience notes, so that no list wakes one."""

from kommunalhub.approvals.case.indexers import decisions_of
from kommunalhub.funding.lessons.notes import operations
from kommunalhub.funding.lessons.notes.interfaces import IFundingLesson
from kommunalhub.funding.lessons.notes.interfaces import TEXTS
from plone.indexer.decorator import indexer


@indexer(IFundingLesson)
def lesson_topics(obj):
    return sorted(obj.topics or ())


@indexer(IFundingLesson)
def lesson_funder(obj):
    return obj.funder


@indexer(IFundingLesson)
def lesson_programme(obj):
    return obj.programme


@indexer(IFundingLesson)
def lesson_outcome(obj):
    return obj.outcome


@indexer(IFundingLesson)
def lesson_facts(obj):
    """Return what lists show: plain values, numbers as text."""
    return {
        "programme": obj.programme,
        "programme_title": obj.programme_title,
        "funder": obj.funder,
        "outcome": obj.outcome,
        "topics": sorted(obj.topics or ()),
        "rate": str(obj.rate) if obj.rate is not None else None,
        "project": (obj.project or "")[:300],
    }


@indexer(IFundingLesson)
def lesson_about(obj):
    """Return what lists of the site show below the title."""
    return " ".join((obj.project or "").split())[:200]


@indexer(IFundingLesson)
def lesson_decisions(obj):
    """Return who has decided, without who wrote a released note: their step would name them."""
    hidden = {obj.author} if operations.is_released(obj) else set()
    return {who: what for who, what in decisions_of(obj).items() if who not in hidden}


@indexer(IFundingLesson)
def lesson_decided_by(obj):
    return list(lesson_decisions(obj, None)())


@indexer(IFundingLesson)
def lesson_searchable(obj):
    return " ".join(getattr(obj, name, None) or "" for name in TEXTS)
