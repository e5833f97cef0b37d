"""What the catalog knows of workshops, so that no list wakes an object."""

from datetime import UTC
from kommunalhub.approvals.interfaces import ICaseExtra
from kommunalhub.core.kept import kept
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.workshops import programme
from kommunalhub.workshops import repeating
from kommunalhub.workshops.interfaces import IWorkshop
from plone.indexer.decorator import indexer
from zope.component import adapter
from zope.interface import implementer


@indexer(IWorkshop)
def topics(obj):
    return sorted(obj.topics or ())


@indexer(IWorkshop)
def audience(obj):
    return sorted(obj.audience or ())


@indexer(IWorkshop)
def level(obj):
    return obj.level


@indexer(IWorkshop)
def searchable_text(obj):
    """Return what a workshop is found by; never the link with which people take part."""
    topics = titles_of("kommunalhub.material_topics")
    named = [str(topics[token].default) for token in obj.topics or () if token in topics]
    parts = (
        obj.title,
        obj.description,
        obj.program,
        obj.place,
        obj.trainers,
        kept(obj, "case_number"),
        *named,
    )
    return " ".join(part for part in parts if part)


@implementer(ICaseExtra)
@adapter(IWorkshop)
class WorkshopExtra:
    """What the conditions in workflow.py and the lists need; moments in ISO form, UTC."""

    def __init__(self, context):
        self.context = context

    def __call__(self):
        workshop = self.context
        sessions = programme.sessions_of(workshop)
        return {
            "start": _iso(sessions[0].start),
            "end": _iso(max(one.end for one in sessions)),
            "first_end": _iso(sessions[0].end),
            "sessions": len(sessions),
            "dates": tuple((_iso(one.start), _iso(one.end), one.place) for one in sessions),
            "sequence": kept(workshop, "sequence") or 0,
            "series": repeating.series_of(workshop),
            "place": workshop.place or programme.room_title(workshop),
            "is_online": bool(workshop.online_link),
            "is_public": bool(workshop.is_public),
            "capacity": workshop.capacity,
            "level": workshop.level,
            "topics": tuple(sorted(workshop.topics or ())),
            "audience": tuple(sorted(workshop.audience or ())),
            "opens": _iso(programme.opens(workshop)),
            "closes": _iso(programme.ends(workshop)),
        }


def _iso(moment):
    return None if moment is None else moment.astimezone(UTC).isoformat()
